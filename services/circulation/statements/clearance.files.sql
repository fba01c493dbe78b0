-- clearance.files, written by `npm run emit`
-- takes uuid, date
-- gives nothing
update clearance set files_in_on = $2 where id = $1
