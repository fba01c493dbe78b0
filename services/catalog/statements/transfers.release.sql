-- transfers.release, written by `npm run emit`
-- takes uuid
-- gives nothing
update ownership_transfer_copy set open = false where transfer_id = $1
