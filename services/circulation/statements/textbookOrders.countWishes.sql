-- textbookOrders.countWishes, written by `npm run emit`
-- takes uuid, text, text
-- gives integer, integer
select count(*)::int as lines, coalesce(sum(quantity), 0)::int as volumes from textbook_wish
   where order_id = $1 and group_kind = $2 and group_name = $3
