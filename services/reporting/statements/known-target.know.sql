-- known-target.know, written by `npm run emit`
-- takes uuid, text, date, jsonb, integer
-- gives nothing
insert into known_target as k (school_id, what, since, targets, version) values ($1, $2, $3, $4::jsonb, $5)
   on conflict (school_id, what, since) do update set targets = excluded.targets, version = excluded.version
   where k.version < excluded.version
