-- readers.lock-by-external-id, written by `npm run emit`
-- takes uuid, text
-- gives uuid, uuid, text, text, uuid, text, text, text, text, integer, integer, text, text, boolean, text
select id, school_id, kind, name, class_id, left_on::text, left_why, suspended_why, suspended_until::text, version, announced, enrolled_on::text, external_id, temporary, temporary_until::text from reader where school_id = $1 and external_id = $2 for no key update
