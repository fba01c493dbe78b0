-- serviceRequests.add, written by `npm run emit`
-- takes uuid, uuid, text, text, text, uuid, text, date, date
-- gives nothing
insert into service_request (id, school_id, kind, subject, details, reader_id, asked_by, asked_on, needed_by, status)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open')
