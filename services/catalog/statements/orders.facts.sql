-- orders.facts, written by `npm run emit`
-- takes uuid
-- gives integer, integer, double precision, integer, integer, text
select count(l.number)::int as lines, count(*) filter (where r.retracted_on is not null)::int as "retractedReviews",
     coalesce(sum(l.quantity::bigint * l.unit_price_fen), 0)::float8 as fen,
     coalesce(sum(l.arriving), 0)::int as arriving, coalesce(sum(l.accepted), 0)::int as accepted,
     (select p.by_whom from purchase_order_step p where p.order_id = $1 and p.action = 'submit'
      order by p.version desc limit 1) as "submittedBy"
   from purchase_order_line l join suitability_review r on r.id = l.review_id where l.order_id = $1
