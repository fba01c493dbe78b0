-- feature-entries.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from feature_entry where id = $1
