-- copy-transfer.end, written by `npm run emit`
-- takes uuid, text, date, text, text
-- gives nothing
update copy_transfer set status = $2, ended_on = $3, ended_by = $4, note = $5, version = version + 1 where id = $1
