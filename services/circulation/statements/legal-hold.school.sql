-- legal-hold.school, written by `npm run emit`
-- takes uuid
-- gives uuid
select school_id as "schoolId" from known_reader where reader_id = $1
