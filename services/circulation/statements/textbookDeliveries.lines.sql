-- textbookDeliveries.lines, written by `npm run emit`
-- takes uuid
-- gives uuid, integer
select textbook_id as "textbookId", expected from textbook_delivery_line where delivery_id = $1 order by textbook_id
