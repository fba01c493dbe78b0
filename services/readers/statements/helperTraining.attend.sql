-- helperTraining.attend, written by `npm run emit`
-- takes uuid, jsonb, date, text
-- gives nothing
insert into helper_training_attendance (training_id, reader_id, present, result, note, entered_on, entered_by)
   select $1, t."readerId", t.present, t.result, t.note, $3, $4
   from jsonb_to_recordset($2::jsonb) as t("readerId" uuid, present boolean, result text, note text)
   on conflict (training_id, reader_id) do update set present = excluded.present, result = excluded.result,
     note = excluded.note, entered_on = excluded.entered_on, entered_by = excluded.entered_by
