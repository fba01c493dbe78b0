-- titleExternalIds.named, written by `npm run emit`
-- takes uuid, text
-- gives uuid
select coalesce(t.merged_into, t.id) as id from title_external_id e join title t on t.id = e.title_id
   where e.school_id = $1 and e.external_id = $2
