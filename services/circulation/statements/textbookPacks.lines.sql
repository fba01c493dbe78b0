-- textbookPacks.lines, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, integer, integer
select textbook_id as "textbookId", planned, counted, received from textbook_pack_line where pack_id = $1 order by textbook_id
