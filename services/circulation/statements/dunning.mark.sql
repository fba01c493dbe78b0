-- dunning.mark, written by `npm run emit`
-- takes uuid, uuid, text, date, text, text
-- gives nothing
insert into dunning_priority (reader_id, school_id, why, marked_on, marked_by, note) values ($1, $2, $3, $4, $5, $6)
   on conflict (reader_id) do update set school_id = excluded.school_id, why = excluded.why, marked_on = excluded.marked_on,
     marked_by = excluded.marked_by, note = excluded.note
