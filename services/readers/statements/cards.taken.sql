-- cards.taken, written by `npm run emit`
-- takes uuid, text[]
-- gives text
select number from card where school_id = $1 and number = any($2::text[])
