-- textbookPacks.lockTerm, written by `npm run emit`
-- takes uuid, uuid
-- gives integer
select 1 from known_term where school_id = $1 and term_id = $2 for no key update
