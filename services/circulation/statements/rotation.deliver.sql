-- rotation.deliver, written by `npm run emit`
-- takes uuid, jsonb, date
-- gives nothing
insert into rotation_delivery (timetable_id, class_id, slots, sent_on)
   select $1, d."classId", d.slots, $3 from jsonb_to_recordset($2::jsonb) as d("classId" uuid, slots jsonb)
   on conflict (timetable_id, class_id) do update set slots = excluded.slots, sent_on = excluded.sent_on,
     seen_on = null, seen_by = null
