-- block-manifest.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, uuid, text, integer
select school_id as "schoolId", reader_id, class_id, target_id as "targetId", state, version
   from block_manifest where id = $1 for update
