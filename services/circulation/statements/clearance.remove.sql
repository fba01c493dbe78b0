-- clearance.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from clearance where id = $1
