-- collectionChanges.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, boolean
select school_id as "schoolId", to_id as "toId", undone_at is not null as undone from collection_change
   where id = $1 for update
