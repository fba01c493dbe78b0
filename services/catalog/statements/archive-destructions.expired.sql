-- archive-destructions.expired, written by `npm run emit`
-- takes uuid, date, uuid[]
-- gives uuid
select f.id from archive_file f where f.school_id = $1 and f.retention <> 'permanent' and f.state in ('received', 'filed', 'shelved') and f.filed_on < make_date(extract(year from $2::date)::int - 10, 1, 1)
    and case f.retention when '30-years' then make_date(extract(year from f.filed_on)::int + 31, 1, 1)
    when '10-years' then make_date(extract(year from f.filed_on)::int + 11, 1, 1) end <= $2::date and f.id = any($3::uuid[])
