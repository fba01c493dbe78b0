-- notice-contacts.guardian, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, boolean
select g.reader_id as "readerId", r.school_id as "schoolId", r.class_id as "classId",
     g.consent_on is not null and g.withdrawn_on is null as agrees
   from guardian g join reader r on r.id = g.reader_id where g.id = $1 for share of g
