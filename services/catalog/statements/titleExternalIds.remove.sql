-- titleExternalIds.remove, written by `npm run emit`
-- takes uuid, text
-- gives integer
delete from title_external_id where school_id = $1 and external_id = $2 returning 1
