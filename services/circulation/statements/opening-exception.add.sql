-- opening-exception.add, written by `npm run emit`
-- takes uuid, uuid, jsonb, jsonb, text, text
-- gives uuid
insert into opening_exception (id, school_id, room_id, on_day, spans, reason, entered_by)
   select e.id, $1, $2, e."on", $4::jsonb, $5, $6 from jsonb_to_recordset($3::jsonb) as e(id uuid, "on" date)
   on conflict do nothing returning id
