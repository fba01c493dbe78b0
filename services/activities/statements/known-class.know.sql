-- known-class.know, written by `npm run emit`
-- takes uuid, integer, uuid, text, integer, text
-- gives nothing
insert into known_class as k (class_id, version, school_id, section, entry_year, name) values ($1, $2, $3, $4, $5, $6)
   on conflict (class_id) do update set version = excluded.version, section = excluded.section, entry_year = excluded.entry_year,
     name = excluded.name
   where k.version < excluded.version
