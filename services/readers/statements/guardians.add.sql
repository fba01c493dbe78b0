-- guardians.add, written by `npm run emit`
-- takes uuid, uuid, uuid, text, text, text, date, text, date, text
-- gives nothing
insert into guardian (id, school_id, reader_id, name, relation, contact, consent_on, consent_how, version, created_on, created_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10)
