-- collectionChanges.in, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid
select c.id as "copyId", k.collection_id as "fromId" from unnest($1::uuid[]) as c(id)
   left join collection_copy k on k.copy_id = c.id order by c.id
