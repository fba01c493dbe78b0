-- plans.budget, written by `npm run emit`
-- takes uuid, integer
-- gives double precision, double precision, double precision
select p.budget_fen::float8 as "budgetFen", (
     select coalesce(sum(l.received::bigint * l.unit_price_fen), 0)::float8
     from delivery v join delivery_line l on l.delivery_id = v.id
     where v.school_id = $1 and v.status = 'accepted' and v.source <> 'donation'
       and v.settled_on >= make_date($2, 1, 1) and v.settled_on < make_date($2 + 1, 1, 1)) as "spentFen", (
     select coalesce(sum((l.quantity - l.accepted)::bigint * l.unit_price_fen), 0)::float8
     from purchase_order o join purchase_order_line l on l.order_id = o.id
     where o.school_id = $1 and o.status = 'approved') as "onOrderFen"
   from acquisition_plan p where p.school_id = $1 and p.year = $2
