-- audience.lock, written by `npm run emit`
-- takes uuid[]
-- gives nothing
select from title_audience where title_id = any($1::uuid[]) order by title_id for update
