-- known-loans.keep, written by `npm run emit`
-- takes jsonb
-- gives nothing
insert into known_loan as k (copy_id, version, reader_id, class_id, due_on, is_open)
   select * from jsonb_to_recordset($1::jsonb) as t(id uuid, version int, "readerId" uuid, "classId" uuid, "dueOn" date, "isOpen" boolean)
   on conflict (copy_id) do update set version = excluded.version, reader_id = excluded.reader_id,
     class_id = excluded.class_id, due_on = excluded.due_on, is_open = excluded.is_open
   where k.version < excluded.version
