-- known-title.standing-for-each, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid
with recursive chain (asked, title_id, merged_into) as (
     select title_id, title_id, merged_into from known_title where title_id = any($1::uuid[])
     union
     select c.asked, coalesce(t.title_id, c.merged_into), t.merged_into
     from chain c left join known_title t on t.title_id = c.merged_into where c.merged_into is not null)
   select asked, coalesce((array_agg(title_id) filter (where merged_into is null))[1], asked) as "titleId"
   from chain group by asked
