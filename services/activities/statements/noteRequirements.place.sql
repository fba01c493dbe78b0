-- noteRequirements.place, written by `npm run emit`
-- takes uuid
-- gives text, integer
select section, entry_year as "entryYear" from known_class where class_id = $1
