-- gateAlarms.raise, written by `npm run emit`
-- takes uuid, jsonb, timestamp with time zone
-- gives nothing
insert into gate_alarm (id, school_id, barcode, copy_id, why, raised_at)
   select a.id, $1, a.barcode, a."copyId", a.why, $3
   from jsonb_to_recordset($2::jsonb) as a(id uuid, barcode text, "copyId" uuid, why text)
