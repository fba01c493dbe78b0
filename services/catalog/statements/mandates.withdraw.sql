-- mandates.withdraw, written by `npm run emit`
-- takes uuid, date, text
-- gives nothing
update serial_mandate set withdrawn_on = $2, withdrawn_by = $3 where id = $1
