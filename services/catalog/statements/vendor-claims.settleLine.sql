-- vendor-claims.settleLine, written by `npm run emit`
-- takes uuid, integer, integer
-- gives integer
update purchase_order_line set settled = settled + $3
   where order_id = $1 and number = $2 and arriving + accepted + settled + $3 <= quantity returning 1
