-- block-manifest.receive, written by `npm run emit`
-- takes uuid, date, text, text, text
-- gives nothing
update block_manifest set state = 'received', received_on = $2, received_by = $3, handed_to = $4,
     note = coalesce($5, note), version = version + 1 where id = $1
