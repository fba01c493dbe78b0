-- repairs.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, text, text
select id, school_id as "schoolId", copy_id as "copyId", state, was from repair where id = $1 for update
