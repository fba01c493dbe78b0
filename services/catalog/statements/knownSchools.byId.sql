-- knownSchools.byId, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, text, text
select school_id, version, code, name from known_school where school_id = $1 for update
