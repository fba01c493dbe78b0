-- textbookPacks.move, written by `npm run emit`
-- takes uuid, text, date, date, text
-- gives nothing
update textbook_pack set status = $2, issued_on = $3, checked_on = $4, checked_by = $5 where id = $1
