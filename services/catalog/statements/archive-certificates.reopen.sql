-- archive-certificates.reopen, written by `npm run emit`
-- takes uuid
-- gives nothing
update archive_certificate set state = 'held', issued_on = null, issued_by = null, collected_by = null, document_number = null
   where id = $1
