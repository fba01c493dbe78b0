-- servedGroups.removeReaders, written by `npm run emit`
-- takes uuid, uuid[]
-- gives nothing
delete from served_group_reader where group_id = $1 and reader_id = any($2::uuid[])
