-- forgetting.schools, written by `npm run emit`
-- takes nothing
-- gives uuid
select school_id as "schoolId" from known_school order by school_id
