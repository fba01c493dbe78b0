-- libraryStaff.otherHead, written by `npm run emit`
-- takes uuid, uuid, date, date
-- gives integer
select 1 from library_staff where school_id = $1 and is_head and id <> $2
     and starts_on <= coalesce($4::date, 'infinity') and coalesce(ends_on, 'infinity') >= $3::date
