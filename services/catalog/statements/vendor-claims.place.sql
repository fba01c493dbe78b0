-- vendor-claims.place, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid
select d.order_id as "orderId", l.order_line as "orderLine", l.review_id as "reviewId"
   from vendor_claim c join delivery d on d.id = c.delivery_id
   join delivery_line l on l.delivery_id = c.delivery_id and l.number = c.line_number
   where c.id = $1
