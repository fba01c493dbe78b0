-- collectionChanges.add, written by `npm run emit`
-- takes uuid, uuid, uuid, integer, timestamp with time zone, text
-- gives nothing
insert into collection_change (id, school_id, to_id, volumes, changed_at, changed_by) values ($1, $2, $3, $4, $5, $6)
