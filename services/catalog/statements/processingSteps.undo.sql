-- processingSteps.undo, written by `npm run emit`
-- takes uuid[], text, timestamp with time zone, text
-- gives nothing
update processing_step set undone_at = $3, undone_by = $4
   where copy_id = any($1::uuid[]) and stage = $2 and undone_at is null
