-- copy-transfer.send-again, written by `npm run emit`
-- takes uuid, date
-- gives nothing
update copy_transfer set status = 'packed', packed_on = coalesce(packed_on, $2), received_at_school_id = null,
     ended_on = null, ended_by = null, version = version + 1 where id = $1
