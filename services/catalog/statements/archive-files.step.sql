-- archive-files.step, written by `npm run emit`
-- takes uuid, jsonb, text, text, text, uuid, text, date, text
-- gives nothing
with moved as (
     select g.id as step_id, f.id, f.state as was, g.state, f.place as place_was, g.place, f.filed_on as filed_was, g.filed_on
     from jsonb_to_recordset($2::jsonb) as g(id uuid, "fileId" uuid, state text, place text, filed_on date)
     join archive_file f on f.id = g."fileId"
   ), written as (
     insert into archive_step (id, school_id, file_id, number, step, was, state, place_was, place, filed_was, document_number, receiver,
       reader_id, note, on_day, by)
     select m.step_id, $1, m.id, 1 + (select count(*) from archive_step p where p.file_id = m.id), $3, m.was, m.state, m.place_was,
       m.place, m.filed_was, $4, $5, $6, $7, $8, $9 from moved m
   )
   update archive_file f set version = f.version + 1, state = m.state, place = m.place, filed_on = m.filed_on
   from moved m where f.id = m.id
