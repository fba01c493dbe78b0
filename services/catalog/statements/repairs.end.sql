-- repairs.end, written by `npm run emit`
-- takes uuid[], text, date, text, text, uuid
-- gives nothing
update repair set state = $2, ended_on = $3, ended_by = $4, note = coalesce($5, note), session_id = $6
   where id = any($1::uuid[])
