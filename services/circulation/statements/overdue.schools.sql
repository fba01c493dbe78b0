-- overdue.schools, written by `npm run emit`
-- takes date
-- gives uuid
select s.school_id as id from known_school s
   where exists (select from loan l where l.lending_school_id = s.school_id and l.closed_how is null and l.overdue_said_for is distinct from l.due_on and l.due_on < $1::date) order by s.school_id
