-- legal-hold.lift, written by `npm run emit`
-- takes uuid, date, text
-- gives nothing
update legal_hold set lifted_on = $2, lifted_by = $3 where id = $1
