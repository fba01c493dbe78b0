-- guardians.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, uuid, text, text, text, text, text, integer
select g.id, g.school_id as "schoolId", g.reader_id as "readerId", r.class_id as "classId", g.relation, g.contact,
     g.consent_on::text as "consentOn", g.consent_how as "consentHow", g.withdrawn_on::text as "withdrawnOn", g.version
   from guardian g join reader r on r.id = g.reader_id where g.id = $1 for update of g
