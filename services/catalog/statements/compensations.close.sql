-- compensations.close, written by `npm run emit`
-- takes jsonb, date, text
-- gives nothing
insert into compensation_closing (compensation_id, copy_id, replacement_id, closed_on, closed_by)
   select t.id, t."copyId", t."replacementId", $2, $3
   from jsonb_to_recordset($1::jsonb) as t(id uuid, "copyId" uuid, "replacementId" uuid)
