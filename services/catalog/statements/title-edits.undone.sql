-- title-edits.undone, written by `npm run emit`
-- takes uuid, timestamp with time zone, text
-- gives nothing
update title_edit set undone_at = $2, undone_by = $3 where id = $1
