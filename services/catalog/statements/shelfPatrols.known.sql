-- shelfPatrols.known, written by `npm run emit`
-- takes uuid, integer[]
-- gives integer
select count(*)::int as n from shelf_patrol_finding where patrol_id = $1 and position = any($2::int[])
