-- archive-certificates.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from archive_certificate where id = $1
