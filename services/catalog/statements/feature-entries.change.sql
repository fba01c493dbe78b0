-- feature-entries.change, written by `npm run emit`
-- takes uuid, text, text, text, text
-- gives nothing
update feature_entry set version = version + 1, name = $2, subject = $3, description = $4, url = $5 where id = $1
