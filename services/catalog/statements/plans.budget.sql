-- plans.budget, written by `npm run emit`
-- takes uuid, integer
-- gives double precision, double precision, double precision
select p.budget_fen::float8 as "budgetFen", (
     select coalesce(sum(b.fen), 0)::float8 from bought b
     where b.school_id = $1 and b.on_day >= make_date($2, 1, 1) and b.on_day < make_date($2 + 1, 1, 1))
     + (select coalesce(sum(g.fen), 0)::float8 from e_book_line g where g.school_id = $1 and g.counts_as = 'bought'
          and g.on_day >= make_date($2, 1, 1) and g.on_day < make_date($2 + 1, 1, 1)) as "spentFen", (
     select coalesce(sum((l.quantity - l.accepted - l.settled)::bigint * l.unit_price_fen), 0)::float8
     from purchase_order o join purchase_order_line l on l.order_id = o.id
     where o.school_id = $1 and o.status = 'approved' and o.central_purchase_id is null) as "onOrderFen"
   from acquisition_plan p where p.school_id = $1 and p.year = $2
