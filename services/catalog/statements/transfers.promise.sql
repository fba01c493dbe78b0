-- transfers.promise, written by `npm run emit`
-- takes uuid, uuid[]
-- gives nothing
insert into ownership_transfer_copy (transfer_id, copy_id, open) select $1, unnest($2::uuid[]), true
