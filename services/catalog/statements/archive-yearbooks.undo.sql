-- archive-yearbooks.undo, written by `npm run emit`
-- takes uuid, text
-- gives nothing
delete from archive_yearbook_step where yearbook_id = $1 and state = $2
