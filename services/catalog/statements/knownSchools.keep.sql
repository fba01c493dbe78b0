-- knownSchools.keep, written by `npm run emit`
-- takes uuid, integer, text, text
-- gives nothing
insert into known_school as k (school_id, version, code, name) values ($1, $2, $3, $4)
   on conflict (school_id) do update set version = excluded.version, code = excluded.code, name = excluded.name
   where k.version < excluded.version
