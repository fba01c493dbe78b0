-- clearance.undo, written by `npm run emit`
-- takes uuid
-- gives nothing
update clearance set state = 'open', cleared_on = null, cleared_by = null where id = $1
