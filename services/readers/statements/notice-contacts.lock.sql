-- notice-contacts.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, uuid, uuid, uuid, text, uuid, text, bytea, text, text, text, text, integer
select c.id, coalesce(r.school_id, c.school_id) as "schoolId", c.whose, c.reader_id as "readerId",
    r.class_id as "classId", c.guardian_id as "guardianId", g.name as "guardianName", c.account_id as "accountId",
    a.username as "accountName", c.address, c.key_id as "keyId", c.language, c.consent_on::text as "consentOn",
    c.consent_how as "consentHow", c.version
  from notice_contact c left join reader r on r.id = c.reader_id left join guardian g on g.id = c.guardian_id
  left join account a on a.id = c.account_id where c.id = $1 for update of c
