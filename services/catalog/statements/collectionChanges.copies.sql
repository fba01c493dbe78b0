-- collectionChanges.copies, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid
select copy_id as "copyId", from_id as "fromId" from collection_changed where change_id = $1 order by copy_id
