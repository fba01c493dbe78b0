-- servedGroups.addReaders, written by `npm run emit`
-- takes uuid, uuid[], date
-- gives nothing
insert into served_group_reader (group_id, reader_id, since) select $1, unnest($2::uuid[]), $3 on conflict do nothing
