-- feature-entries.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, uuid, text, text, text, text, boolean
select e.id, e.version, e.resource_id as "resourceId", r.school_id as "schoolId", e.name, e.subject, e.description, e.url,
     e.title_id is not null or e.copy_id is not null as catalogued
   from feature_entry e join e_resource r on r.id = e.resource_id where e.id = $1 for update of e
