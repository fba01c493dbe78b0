-- feature-entries.count, written by `npm run emit`
-- takes uuid
-- gives integer
select count(*)::int as entries from feature_entry where resource_id = $1
