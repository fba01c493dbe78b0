-- clearance.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text
select school_id as "schoolId", reader_id as "readerId", state from clearance where id = $1 for update
