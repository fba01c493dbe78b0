-- copy-transfer.pack, written by `npm run emit`
-- takes uuid, uuid, date, text
-- gives nothing
update copy_transfer set status = 'packed', run_id = $2, packed_on = $3, packed_by = $4, version = version + 1
   where id = $1
