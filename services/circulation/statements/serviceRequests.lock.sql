-- serviceRequests.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, uuid, text, text, text, text, text, text, text, text, uuid
select r.id, r.school_id as "schoolId", r.kind, r.subject, r.details, r.reader_id as "readerId",
  r.asked_on::text as "askedOn", r.needed_by::text as "neededBy", r.due_on::text as "dueOn", r.status, r.why, r.fate,
  r.ended_on::text as "endedOn", r.asked_by as "askedBy", k.class_id as "classId"
  from service_request r left join known_reader k on k.reader_id = r.reader_id where r.id = $1 for update of r
