-- textbookOrders.dropLines, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from textbook_order_line where order_id = $1
