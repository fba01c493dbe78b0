-- known-reader.know, written by `npm run emit`
-- takes uuid, uuid, uuid, boolean, integer, text
-- gives nothing
insert into known_reader (reader_id, school_id, class_id, active, version, kind) values ($1, $2, $3, $4, $5, $6)
   on conflict (reader_id) do update set school_id = excluded.school_id, class_id = excluded.class_id,
     active = excluded.active, version = excluded.version, kind = excluded.kind
   where known_reader.version < excluded.version
