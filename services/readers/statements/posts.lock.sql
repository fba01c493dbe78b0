-- posts.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, text, text, text, text[]
select id, version, school_id as "schoolId", name, role, responsibilities, operations from post where id = $1 for update
