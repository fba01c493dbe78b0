-- registers.schools, written by `npm run emit`
-- takes nothing
-- gives uuid
select school_id as id from register union select distinct school_id from copy order by 1
