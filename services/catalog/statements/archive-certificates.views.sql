-- archive-certificates.views, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid, text, text, uuid, integer, text, text, text, text, text, text
select c.id, c.school_id as "schoolId", c.kind, c.number, c.reader_id as "readerId", c.year, c.state,
    c.received_on::text as "receivedOn", c.issued_on::text as "issuedOn", c.collected_by as "collectedBy",
    c.document_number as "documentNumber", c.note
  from archive_certificate c where c.id = any($1::uuid[])
