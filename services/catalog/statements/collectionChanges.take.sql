-- collectionChanges.take, written by `npm run emit`
-- takes uuid[]
-- gives nothing
delete from collection_copy where copy_id = any($1::uuid[])
