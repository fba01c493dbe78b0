-- kept-records.ofTitles, written by `npm run emit`
-- takes uuid[]
-- gives uuid, text, text, text, bytea
with asked as (
     select id, id as standing from title where id = any($1::uuid[])
     union all
     select id, merged_into from title where merged_into = any($1::uuid[])
   )
   select a.standing as "titleId", k.agency, k.number, k.dialect, k.body
   from asked a join kept_record k on k.title_id = a.id
   order by a.standing, a.id <> a.standing, k.kept_at, k.agency, k.number
