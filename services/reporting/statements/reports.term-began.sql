-- reports.term-began, written by `npm run emit`
-- takes uuid, date
-- gives text
select max(starts_on)::text as day from known_term where starts_on <= $2::date and ($1::uuid is null or school_id = $1)
