-- textbookOrders.term, written by `npm run emit`
-- takes uuid, uuid
-- gives text
select starts_on::text as "startsOn" from known_term where term_id = $2 and school_id = $1
