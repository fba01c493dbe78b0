-- recalls.add, written by `npm run emit`
-- takes uuid, uuid, text, text[], date, text, date
-- gives nothing
insert into recall_campaign (id, school_id, name, kinds, opened_on, opened_by, last_day) values ($1, $2, $3, $4, $5, $6, $7)
