-- knownLendings.byCopies, written by `npm run emit`
-- takes uuid[]
-- gives uuid, integer, text
select copy_id, version, state from known_lending where copy_id = any($1::uuid[])
