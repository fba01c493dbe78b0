-- deliveries.linesOf, written by `npm run emit`
-- takes uuid
-- gives integer, integer, uuid, text, integer, integer, integer, integer, integer, text
select number, order_line as "orderLine", review_id as "reviewId", kind, unit_price_fen as "unitPriceFen", received, short,
     damaged, wrong, remark
   from delivery_line where delivery_id = $1 order by number
