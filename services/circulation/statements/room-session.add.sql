-- room-session.add, written by `npm run emit`
-- takes uuid, uuid, uuid, text, text, text, uuid, text, text, text, jsonb, uuid[], text, text, jsonb
-- gives nothing
insert into room_session (id, school_id, room_id, series_id, kind, zone, subject, class_id, on_day, starts, ends, theme,
     resources, title_ids, status, asked_by, version)
   select s.id, $1, $2, $3, $4, $5, $6, $7, s."on", $8, $9, $10, $11::jsonb, $12::uuid[], $13, $14, 1
   from jsonb_to_recordset($15::jsonb) as s(id uuid, "on" date)
