-- title-merges.lockBoth, written by `npm run emit`
-- takes uuid[]
-- gives nothing
select from title where id = any($1::uuid[]) order by id for update
