-- repairs.end, written by `npm run emit`
-- takes uuid, text, date, text, text
-- gives nothing
update repair set state = $2, ended_on = $3, ended_by = $4, note = coalesce($5, note) where id = $1
