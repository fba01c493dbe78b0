-- ruleSets.end, written by `npm run emit`
-- takes uuid, date
-- gives nothing
update rule_set set ended_on = $2 where id = $1
