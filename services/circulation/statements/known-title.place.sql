-- known-title.place, written by `npm run emit`
-- takes uuid, integer, uuid
-- gives nothing
insert into known_title as known (title_id, version, merged_into, merged_version) values ($1, $2, $3, $2)
   on conflict (title_id) do update set
     merged_into = excluded.merged_into, merged_version = excluded.merged_version,
     version = greatest(known.version, excluded.version)
   where known.merged_version < excluded.merged_version
