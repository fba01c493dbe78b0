-- textbookOrders.outstanding, written by `npm run emit`
-- takes uuid
-- gives uuid, integer
select * from (
     select l.textbook_id as "textbookId", (l.quantity - coalesce((select sum(dl.delivered - dl.unusable) from textbook_delivery d join textbook_delivery_line dl on dl.delivery_id = d.id
     where d.order_id = l.order_id and d.status = 'arrived' and dl.textbook_id = l.textbook_id), 0)::int
       - coalesce((select sum(x.expected) from textbook_delivery d join textbook_delivery_line x on x.delivery_id = d.id
           where d.order_id = l.order_id and d.status = 'expected' and x.textbook_id = l.textbook_id), 0))::int as expected
     from textbook_order_line l where l.order_id = $1) o
   where expected > 0 order by "textbookId"
