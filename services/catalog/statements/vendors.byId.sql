-- vendors.byId, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, text, text, text, text, boolean
select id, version, school_id as "schoolId", name, kind, contact, supplies, closed from vendor where id = $1
