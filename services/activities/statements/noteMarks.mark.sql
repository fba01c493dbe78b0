-- noteMarks.mark, written by `npm run emit`
-- takes uuid, jsonb, date, text
-- gives nothing
insert into note_mark (contest_id, note_id, tenths, remark, nominated, marked_on, marked_by)
   select $1, m."noteId", m.tenths, m.remark, m.nominated, $3, $4
   from jsonb_to_recordset($2::jsonb) as m("noteId" uuid, tenths int, remark text, nominated boolean)
   on conflict (contest_id, note_id) do update set tenths = excluded.tenths, remark = excluded.remark, nominated = excluded.nominated,
     marked_on = excluded.marked_on, marked_by = excluded.marked_by
