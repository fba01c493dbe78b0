-- known-reader.know, written by `npm run emit`
-- takes uuid, integer, uuid, text, text, integer, date
-- gives nothing
insert into known_reader as k (reader_id, version, school_id, kind, section, entry_year, left_on)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (reader_id) do update set version = excluded.version, school_id = excluded.school_id, kind = excluded.kind,
     section = excluded.section, entry_year = excluded.entry_year, left_on = excluded.left_on
   where k.version < excluded.version
