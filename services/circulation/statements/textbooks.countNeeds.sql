-- textbooks.countNeeds, written by `npm run emit`
-- takes uuid, uuid
-- gives integer
select count(*)::int as n from textbook_need where school_id = $1 and term_id = $2
