-- notice-contacts.add, written by `npm run emit`
-- takes uuid, uuid, text, uuid, uuid, uuid, bytea, text, text, date, text, text
-- gives nothing
insert into notice_contact (id, school_id, whose, reader_id, guardian_id, account_id, address, key_id, language, consent_on, consent_how,
     version, entered_by)
   values ($1, $2, $3, $4,
     $5, $6, $7, $8,
     $9, $10, $11, 1, $12)
