-- rotation.term, written by `npm run emit`
-- takes uuid, uuid
-- gives nothing
select from known_term where term_id = $1 and school_id = $2
