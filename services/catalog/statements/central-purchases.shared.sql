-- central-purchases.shared, written by `npm run emit`
-- takes uuid
-- gives integer, integer, integer, integer
select l.number, l.quantity, coalesce(sum(s.volumes), 0)::int as shared, count(s.school_id)::int as shares
   from central_purchase_line l
   left join central_purchase_share s on s.purchase_id = l.purchase_id and s.number = l.number
   where l.purchase_id = $1 group by l.number, l.quantity order by l.number
