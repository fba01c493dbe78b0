-- clearance.add, written by `npm run emit`
-- takes uuid, uuid[], uuid[], uuid[], text, boolean, date, text, text
-- gives uuid
insert into clearance (id, school_id, reader_id, class_id, why, with_files, opened_on, opened_by, note)
   select t.id, $1, t.reader_id, t.class_id, $5, $6, $7, $8, $9
   from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as t(id, reader_id, class_id)
   on conflict (reader_id) do nothing returning id
