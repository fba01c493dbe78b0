-- pupils.ofSchools, written by `npm run emit`
-- takes uuid[], integer
-- gives uuid, integer
select s.school_id as "schoolId", (
     select count(*)::int from known_reader r
     where r.school_id = s.school_id and r.kind = 'student' and r.left_on is null
       and (r.section is null or r.entry_year is null
         or r.entry_year + case r.section when 'primary' then 6 else 3 end > $2::int)) as pupils
   from unnest($1::uuid[]) as s(school_id)
