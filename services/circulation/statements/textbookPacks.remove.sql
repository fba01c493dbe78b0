-- textbookPacks.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from textbook_pack where id = $1
