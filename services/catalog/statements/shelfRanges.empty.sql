-- shelfRanges.empty, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from shelf_range where location_id = $1
