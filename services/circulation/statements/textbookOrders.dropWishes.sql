-- textbookOrders.dropWishes, written by `npm run emit`
-- takes uuid, text, text, uuid[]
-- gives nothing
delete from textbook_wish where order_id = $1 and group_kind = $2 and group_name = $3 and textbook_id = any($4::uuid[])
