-- locations.count, written by `npm run emit`
-- takes uuid
-- gives integer
select count(*)::int as places from location where school_id = $1 and not closed
