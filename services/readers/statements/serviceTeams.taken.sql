-- serviceTeams.taken, written by `npm run emit`
-- takes uuid, text, uuid, date, date
-- gives integer
select 1 from library_area where school_id = $1 and name = $2 and id <> $3
     and starts_on <= coalesce($5::date, 'infinity') and coalesce(ends_on, 'infinity') >= $4::date
