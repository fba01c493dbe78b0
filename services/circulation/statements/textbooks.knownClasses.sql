-- textbooks.knownClasses, written by `npm run emit`
-- takes uuid, uuid[]
-- gives uuid
select class_id as id from known_class where school_id = $1 and class_id = any($2::uuid[])
