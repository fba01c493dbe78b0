-- rotation.add-slots, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into rotation_slot (id, timetable_id, class_id, room_id, purpose, weekday, starts, ends, window_code, every_weeks,
     first_week)
   select s.id, $1, s."classId", s."roomId", s.purpose, s.weekday, s."from", s."to", s."windowCode", s."everyWeeks", s."firstWeek"
   from jsonb_to_recordset($2::jsonb) as s(id uuid, "classId" uuid, "roomId" uuid, purpose text, weekday int, "from" text,
     "to" text, "windowCode" text, "everyWeeks" int, "firstWeek" int)
