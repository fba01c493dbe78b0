-- bibliographies.clear, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from bibliography_entry where bibliography_id = $1
