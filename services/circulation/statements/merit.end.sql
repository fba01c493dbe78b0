-- merit.end, written by `npm run emit`
-- takes uuid, text, date, text
-- gives nothing
update merit_suggestion set state = $2, ended_on = $3, ended_by = $4 where id = $1
