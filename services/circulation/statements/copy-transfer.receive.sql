-- copy-transfer.receive, written by `npm run emit`
-- takes uuid, uuid, date, text
-- gives nothing
update copy_transfer set status = 'received', received_at_school_id = $2, ended_on = $3, ended_by = $4,
     version = version + 1 where id = $1
