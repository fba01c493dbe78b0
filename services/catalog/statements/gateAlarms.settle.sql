-- gateAlarms.settle, written by `npm run emit`
-- takes uuid, text, text, date, text
-- gives nothing
update gate_alarm set outcome = $2, note = $3, settled_on = $4, settled_by = $5 where id = $1
