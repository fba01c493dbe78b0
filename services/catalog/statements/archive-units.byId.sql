-- archive-units.byId, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, text, text, text, boolean
select id, version, school_id as "schoolId", name, officer, contact, closed from archive_unit where id = $1
