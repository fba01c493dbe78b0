-- rotation.retime, written by `npm run emit`
-- takes jsonb
-- gives nothing
update rotation_slot s set starts = t."from", ends = t."to"
   from jsonb_to_recordset($1::jsonb) as t(id uuid, "from" text, "to" text) where s.id = t.id
