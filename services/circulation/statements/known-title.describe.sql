-- known-title.describe, written by `npm run emit`
-- takes uuid, integer, text
-- gives nothing
insert into known_title as known (title_id, version, title, described_version) values ($1, $2, $3, $2)
   on conflict (title_id) do update set
     title = excluded.title, described_version = excluded.described_version,
     version = greatest(known.version, excluded.version)
   where known.described_version < excluded.described_version
