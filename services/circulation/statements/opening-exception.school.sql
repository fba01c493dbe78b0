-- opening-exception.school, written by `npm run emit`
-- takes uuid
-- gives uuid
select school_id as "schoolId" from opening_exception where id = $1 for update
