-- dunning.addContact, written by `npm run emit`
-- takes uuid, uuid, uuid, uuid, text, date, text, text
-- gives nothing
insert into return_contact (id, school_id, class_id, reader_id, whom, contacted_on, noted_by, note)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
