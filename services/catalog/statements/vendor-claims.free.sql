-- vendor-claims.free, written by `npm run emit`
-- takes uuid, uuid
-- gives integer
select coalesce(sum(l.received), 0)::int - (
     select coalesce(sum(c.volumes), 0)::int from vendor_claim c
     join delivery_line o on o.delivery_id = c.delivery_id and o.number = c.line_number
     where c.replacement_id = $1 and o.review_id = $2) as free
   from delivery_line l where l.delivery_id = $1 and l.review_id = $2
