-- lock.compensations, written by `npm run emit`
-- takes uuid[]
-- gives nothing
select from compensation where id = any($1::uuid[]) order by id for update
