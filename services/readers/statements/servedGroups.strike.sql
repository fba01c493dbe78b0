-- servedGroups.strike, written by `npm run emit`
-- takes uuid, date, text
-- gives nothing
update group_service set struck_on = $2, struck_by = $3 where id = $1
