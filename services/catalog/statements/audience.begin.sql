-- audience.begin, written by `npm run emit`
-- takes uuid[]
-- gives nothing
insert into title_audience (title_id)
   select id from title where id = any($1::uuid[]) and merged_into is null order by id on conflict do nothing
