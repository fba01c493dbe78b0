-- bibliographies.count, written by `npm run emit`
-- takes uuid
-- gives integer
select count(*)::int as entries from bibliography_entry where bibliography_id = $1
