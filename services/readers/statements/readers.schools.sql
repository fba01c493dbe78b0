-- readers.schools, written by `npm run emit`
-- takes uuid[]
-- gives uuid
select school_id as "schoolId" from reader where id = any($1::uuid[])
