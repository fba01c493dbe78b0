-- ruleSets.withdraw, written by `npm run emit`
-- takes uuid, integer
-- gives nothing
delete from rule_version where set_id = $1 and number = $2
