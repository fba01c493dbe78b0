-- away-copy.place, written by `npm run emit`
-- takes uuid
-- gives uuid
select at_school_id as "schoolId" from away_copy where copy_id = $1 and at_school_id is not null
