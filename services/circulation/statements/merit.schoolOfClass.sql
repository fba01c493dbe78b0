-- merit.schoolOfClass, written by `npm run emit`
-- takes uuid
-- gives uuid
select school_id as "schoolId" from known_class where class_id = $1
