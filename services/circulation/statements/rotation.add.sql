-- rotation.add, written by `npm run emit`
-- takes uuid, uuid, uuid, text, text
-- gives uuid
insert into rotation_timetable (id, school_id, term_id, name, outside, version) values ($1, $2, $3, $4, $5, 1)
   on conflict (school_id, term_id) do nothing returning id
