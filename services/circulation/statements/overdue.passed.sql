-- overdue.passed, written by `npm run emit`
-- takes date, uuid, date, uuid, bigint
-- gives uuid, uuid, text
select l.id as "loanId", l.copy_id as "copyId", l.due_on::text as "dueOn" from loan l
   where l.lending_school_id = $2 and l.closed_how is null and l.overdue_said_for is distinct from l.due_on and l.due_on < $1::date and (l.due_on, l.id) > ($3::date, $4::uuid)
   order by l.due_on, l.id limit $5
