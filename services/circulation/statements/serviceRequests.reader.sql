-- serviceRequests.reader, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid
select reader_id as "readerId", school_id as "schoolId", class_id as "classId" from known_reader where reader_id = $1
