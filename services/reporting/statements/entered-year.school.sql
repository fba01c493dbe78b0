-- entered-year.school, written by `npm run emit`
-- takes uuid
-- gives nothing
select from known_school where school_id = $1
