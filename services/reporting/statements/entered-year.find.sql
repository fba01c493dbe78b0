-- entered-year.find, written by `npm run emit`
-- takes uuid
-- gives uuid
select school_id as "schoolId" from entered_year where id = $1 for update
