-- locations.lockTree, written by `npm run emit`
-- takes uuid
-- gives nothing
select from location_tree where school_id = $1 for update
