-- due-days.of-school, written by `npm run emit`
-- takes uuid
-- gives text
with recursive due as (
     (select l.due_on from loan l where l.lending_school_id = $1 and l.closed_how is null order by l.due_on limit 1)
     union all
     select (select l.due_on from loan l where l.lending_school_id = $1 and l.closed_how is null
               and l.due_on > due.due_on order by l.due_on limit 1)
     from due where due.due_on is not null
   ) select due_on::text as day from due where due_on is not null
