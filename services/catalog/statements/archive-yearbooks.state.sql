-- archive-yearbooks.state, written by `npm run emit`
-- takes uuid, text, integer
-- gives nothing
update archive_yearbook set state = $2, copies = $3 where id = $1
