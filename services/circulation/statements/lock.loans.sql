-- lock.loans, written by `npm run emit`
-- takes uuid[]
-- gives nothing
select from loan where id = any($1::uuid[]) order by id for update
