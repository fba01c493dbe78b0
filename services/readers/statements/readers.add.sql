-- readers.add, written by `npm run emit`
-- takes jsonb
-- gives nothing
insert into reader (id, school_id, kind, name, class_id, left_on, left_why, suspended_why, suspended_until, version, announced, enrolled_on, external_id, temporary, temporary_until) select id, school_id, kind, name, class_id, left_on, left_why, suspended_why, suspended_until, version, announced, enrolled_on, external_id, temporary, temporary_until from jsonb_to_recordset($1::jsonb) as i(id uuid, school_id uuid, kind text, name text, class_id uuid, left_on date, left_why text, suspended_why text, suspended_until date, version int, announced int, enrolled_on date, external_id text, temporary boolean, temporary_until date)
