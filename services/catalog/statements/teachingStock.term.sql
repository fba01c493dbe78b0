-- teachingStock.term, written by `npm run emit`
-- takes uuid, uuid
-- gives boolean
select exists (select from known_term where term_id = $2 and school_id = $1) as known
