-- collectionChanges.addCopies, written by `npm run emit`
-- takes uuid, uuid[], uuid[]
-- gives nothing
insert into collection_changed (change_id, copy_id, from_id) select $1, unnest($2::uuid[]), unnest($3::uuid[])
