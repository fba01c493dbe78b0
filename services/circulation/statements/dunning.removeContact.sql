-- dunning.removeContact, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from return_contact where id = $1
