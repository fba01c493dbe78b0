-- room-visit.add, written by `npm run emit`
-- takes uuid, uuid, uuid, date, text, integer, text, text, jsonb
-- gives uuid
insert into room_visit (id, school_id, room_id, session_id, on_day, at, reader_id, reader_kind, class_id, persons, minutes, note,
     entered_by)
   select v.id, $1, $2, $3, $4, $5, v."readerId", v.kind, v."classId", v.persons, $6, $7, $8
   from jsonb_to_recordset($9::jsonb) as v(id uuid, "readerId" uuid, kind text, "classId" uuid, persons int)
   on conflict (session_id, reader_id) do nothing returning id
