-- helperTraining.readersOfSchool, written by `npm run emit`
-- takes uuid, uuid[]
-- gives uuid
select id from reader where school_id = $1 and id = any($2::uuid[])
