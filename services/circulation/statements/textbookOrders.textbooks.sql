-- textbookOrders.textbooks, written by `npm run emit`
-- takes uuid, uuid, uuid
-- gives uuid, text, text, text, text, text, integer, integer, integer, integer
with asked as (
     select textbook_id, 0 as wished from textbook_need where school_id = $1 and term_id = $2
     union all select textbook_id, quantity from textbook_wish where order_id = $3),
   summed as (select textbook_id, sum(wished)::int as wished from asked group by 1)
   select b.id as "textbookId", b.kind, b.name, b.subject, b.publisher, b.isbn, b.price_fen as "priceFen", a.wished, coalesce(s.on_hand, 0) as "onHand",
     (select coalesce(sum(l.expected), 0)::int from textbook_delivery d join textbook_delivery_line l on l.delivery_id = d.id
      where d.school_id = $1 and d.status = 'expected' and l.textbook_id = b.id) as coming
   from summed a join textbook b on b.id = a.textbook_id and b.status = 'in-use'
   left join textbook_stock s on s.school_id = $1 and s.textbook_id = b.id
   order by b.kind, b.name, b.id
