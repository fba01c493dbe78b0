-- archive-certificates.issue, written by `npm run emit`
-- takes uuid, date, text, text, text
-- gives nothing
update archive_certificate set state = 'issued', issued_on = $2, issued_by = $3, collected_by = $4, document_number = $5
   where id = $1
