-- title-merges.add, written by `npm run emit`
-- takes uuid, uuid, uuid, timestamp with time zone, text, integer, jsonb, uuid
-- gives nothing
insert into title_merge (id, title_id, into_title_id, merged_at, merged_by, into_version, into_before, moved_cover)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
