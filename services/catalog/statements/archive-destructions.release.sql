-- archive-destructions.release, written by `npm run emit`
-- takes uuid
-- gives nothing
update archive_destruction_file set open = false where destruction_id = $1
