-- known-school.know, written by `npm run emit`
-- takes uuid, integer, text
-- gives nothing
insert into known_school as k (school_id, version, name) values ($1, $2, $3)
   on conflict (school_id) do update set version = excluded.version, name = excluded.name where k.version < excluded.version
