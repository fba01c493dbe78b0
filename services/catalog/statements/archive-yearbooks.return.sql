-- archive-yearbooks.return, written by `npm run emit`
-- takes uuid, date, text
-- gives uuid
update archive_yearbook_issue set returned_on = $2, returned_by = $3 where id = $1 and returned_on is null returning id
