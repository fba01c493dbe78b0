-- copy-transfer.unpack, written by `npm run emit`
-- takes uuid
-- gives nothing
update copy_transfer set status = 'requested', run_id = null, packed_on = null, packed_by = null,
     version = version + 1 where id = $1
