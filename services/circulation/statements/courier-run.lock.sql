-- courier-run.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text
select id, school_id as "schoolId", state from courier_run where id = $1 for update
