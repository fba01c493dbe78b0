-- known-title.standing-for, written by `npm run emit`
-- takes uuid
-- gives uuid
with recursive chain (title_id, merged_into) as (
     select title_id, merged_into from known_title where title_id = $1
     union
     select coalesce(t.title_id, c.merged_into), t.merged_into
     from chain c left join known_title t on t.title_id = c.merged_into where c.merged_into is not null)
   select coalesce((select title_id from chain where merged_into is null),
                   (select title_id from known_title where title_id = $1)) as "titleId"
