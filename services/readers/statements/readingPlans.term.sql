-- readingPlans.term, written by `npm run emit`
-- takes uuid, uuid
-- gives integer
select 1 from term where id = $1 and school_id = $2
