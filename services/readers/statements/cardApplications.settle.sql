-- cardApplications.settle, written by `npm run emit`
-- takes uuid, text, text, date, text
-- gives nothing
update card_application set state = $2, why = $3, settled_on = $4, settled_by = $5 where id = $1
