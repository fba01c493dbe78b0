-- ruleSets.takeDown, written by `npm run emit`
-- takes uuid, date
-- gives nothing
update rule_posting set removed_on = $2 where id = $1
