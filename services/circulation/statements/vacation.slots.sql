-- vacation.slots, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into vacation_slot (arrangement_id, class_id, on_day, from_time, to_time)
   select $1, t."classId", t."on", t."from", t."to"
   from jsonb_to_recordset($2::jsonb) as t("classId" uuid, "on" date, "from" text, "to" text)
