-- overdue.said, written by `npm run emit`
-- takes uuid[], uuid[]
-- gives nothing
with said as (update loan set overdue_said_for = due_on where id = any($1::uuid[]))
   update lent_copy set version = version + 1 where copy_id = any($2::uuid[])
