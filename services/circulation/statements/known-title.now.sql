-- known-title.now, written by `npm run emit`
-- takes uuid
-- gives uuid
with recursive merged as (
     select $1::uuid as id, array[$1::uuid] as path
     union all
     select t.merged_into, m.path || t.merged_into from merged m join known_title t on t.title_id = m.id
     where t.merged_into is not null and not t.merged_into = any(m.path))
   select m.id from merged m left join known_title t on t.title_id = m.id
   order by t.merged_into is null desc, m.id limit 1
