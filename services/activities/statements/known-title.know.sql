-- known-title.know, written by `npm run emit`
-- takes uuid, uuid, integer
-- gives nothing
insert into known_title (title_id, merged_into, version) values ($1, $2, $3)
   on conflict (title_id) do update set merged_into = excluded.merged_into, version = excluded.version
   where known_title.version < excluded.version
