-- knownSchools.find, written by `npm run emit`
-- takes uuid
-- gives uuid, text, text
select school_id as id, code, name from known_school where school_id = $1
