-- central-purchases.came, written by `npm run emit`
-- takes uuid
-- gives integer, integer
select coalesce(sum(l.arriving), 0)::int as arriving, coalesce(sum(l.accepted), 0)::int as accepted
   from purchase_order o join purchase_order_line l on l.order_id = o.id where o.central_purchase_id = $1
