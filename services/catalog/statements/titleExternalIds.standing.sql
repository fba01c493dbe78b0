-- titleExternalIds.standing, written by `npm run emit`
-- takes uuid
-- gives uuid
select merged_into as "mergedInto" from title where id = $1 for share
