-- collectionChanges.put, written by `npm run emit`
-- takes jsonb
-- gives nothing
insert into collection_copy (copy_id, collection_id)
   select p."copyId", p."toId" from jsonb_to_recordset($1::jsonb) as p("copyId" uuid, "toId" uuid) where p."toId" is not null
   on conflict (copy_id) do update set collection_id = excluded.collection_id
