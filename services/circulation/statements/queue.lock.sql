-- queue.lock, written by `npm run emit`
-- takes uuid[]
-- gives uuid, integer, integer
insert into title_queue (title_id) select distinct unnest($1::uuid[]) order by 1
   on conflict (title_id) do update set title_id = excluded.title_id
   returning title_id as "titleId", version, waiting
