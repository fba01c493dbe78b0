-- ruleSets.takeDownRoom, written by `npm run emit`
-- takes uuid, text, date
-- gives nothing
update rule_posting set removed_on = $3 where set_id = $1 and room = $2 and removed_on is null
