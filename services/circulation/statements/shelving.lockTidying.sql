-- shelving.lockTidying, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text
select id, school_id as "schoolId", tidied_on::text as "tidiedOn", tidied_by as "tidiedBy", note from shelf_tidying where id = $1 for update
