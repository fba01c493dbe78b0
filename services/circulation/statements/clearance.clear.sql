-- clearance.clear, written by `npm run emit`
-- takes uuid, date, text, integer
-- gives nothing
update clearance set state = 'cleared', cleared_on = $2, cleared_by = $3, number = coalesce(number, $4) where id = $1
