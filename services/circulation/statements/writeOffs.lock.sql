-- writeOffs.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text
select school_id as "schoolId", compensation_id as "compensationId", state, asked_by as "askedBy" from write_off where id = $1 for update
