-- compensations.copies, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid, uuid
select id, school_id as "schoolId", copy_id as "copyId" from known_compensation where id = any($1::uuid[])
