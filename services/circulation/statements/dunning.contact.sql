-- dunning.contact, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, uuid, text, text, text, text
select c.id, c.school_id as "schoolId", c.class_id as "classId", c.reader_id as "readerId", c.whom,
    c.contacted_on::text as "contactedOn", c.noted_by as "notedBy", c.note
  from return_contact c where c.id = $1
