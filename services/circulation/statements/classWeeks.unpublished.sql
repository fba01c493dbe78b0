-- classWeeks.unpublished, written by `npm run emit`
-- takes date
-- gives uuid
select s.school_id as "schoolId" from known_school s
   where not exists (select from class_week w where w.school_id = s.school_id and w.week_starts_on = $1::date)
     and exists (select from loan l where l.lending_school_id = s.school_id and l.loaned_on between $1::date and $1::date + 6)
   order by s.school_id
