-- rotation.touch, written by `npm run emit`
-- takes uuid
-- gives nothing
insert into rotation_stamp as s (school_id, version) values ($1, 1)
   on conflict (school_id) do update set version = s.version + 1
