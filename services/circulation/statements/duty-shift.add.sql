-- duty-shift.add, written by `npm run emit`
-- takes uuid, uuid, jsonb
-- gives nothing
insert into duty_shift (id, school_id, room_id, on_day, starts, ends, reader_id, kept, version)
   select n.id, $1, $2, n."on", n.starts, n.ends, n."readerId", false, 1
   from jsonb_to_recordset($3::jsonb) as n(id uuid, "on" date, "readerId" uuid, starts text, ends text)
