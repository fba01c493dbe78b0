-- textbooks.setStreams, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into textbook_class_stream (class_id, school_id, stream)
   select t."classId", $1, t.stream from jsonb_to_recordset($2::jsonb) as t("classId" uuid, stream text) order by 1
   on conflict (class_id) do update set stream = excluded.stream
