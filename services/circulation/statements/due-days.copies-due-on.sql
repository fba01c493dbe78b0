-- due-days.copies-due-on, written by `npm run emit`
-- takes uuid, date[], bigint
-- gives uuid
select l.copy_id as "copyId" from loan l
   where l.lending_school_id = $1 and l.closed_how is null and l.due_on = any($2::date[])
   order by l.due_on, l.id limit $3
