-- pupils.bySection, written by `npm run emit`
-- takes uuid, integer
-- gives text, integer
select coalesce(section, 'unknown') as section, count(*)::int as pupils
   from known_reader
   where school_id = $1 and kind = 'student' and left_on is null
     and (section is null or entry_year is null
       or entry_year + case section when 'primary' then 6 else 3 end > $2::int)
   group by 1
