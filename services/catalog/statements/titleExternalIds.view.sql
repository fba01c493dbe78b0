-- titleExternalIds.view, written by `npm run emit`
-- takes uuid, text
-- gives uuid, text, uuid, text
select e.school_id as "schoolId", e.external_id as "externalId", r.id as "titleId", r.title
   from title_external_id e join title t on t.id = e.title_id join title r on r.id = coalesce(t.merged_into, t.id)
   where e.school_id = $1 and e.external_id = $2
