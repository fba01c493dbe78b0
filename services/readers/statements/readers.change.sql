-- readers.change, written by `npm run emit`
-- takes jsonb
-- gives nothing
update reader r set id = i.id, school_id = i.school_id, kind = i.kind, name = i.name, class_id = i.class_id, left_on = i.left_on, left_why = i.left_why, suspended_why = i.suspended_why, suspended_until = i.suspended_until, version = i.version, announced = i.announced, enrolled_on = i.enrolled_on, external_id = i.external_id, temporary = i.temporary, temporary_until = i.temporary_until from jsonb_to_recordset($1::jsonb) as i(id uuid, school_id uuid, kind text, name text, class_id uuid, left_on date, left_why text, suspended_why text, suspended_until date, version int, announced int, enrolled_on date, external_id text, temporary boolean, temporary_until date) where r.id = i.id
