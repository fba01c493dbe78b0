-- known-corner.know, written by `npm run emit`
-- takes uuid, date, uuid, uuid, integer, boolean, integer
-- gives nothing
insert into known_corner as k (corner_id, since, school_id, class_id, target, closed, version)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (corner_id, since) do update set class_id = excluded.class_id, target = excluded.target,
     closed = excluded.closed, version = excluded.version
   where k.version < excluded.version
