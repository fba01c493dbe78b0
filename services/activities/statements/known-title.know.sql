-- known-title.know, written by `npm run emit`
-- takes uuid, uuid, integer, text
-- gives nothing
insert into known_title (title_id, merged_into, version, title) values ($1, $2, $3, $4)
   on conflict (title_id) do update set merged_into = excluded.merged_into, version = excluded.version,
     title = coalesce(excluded.title, known_title.title)
   where known_title.version < excluded.version
