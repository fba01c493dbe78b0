-- central-purchases.setOrders, written by `npm run emit`
-- takes uuid, text, boolean
-- gives nothing
update purchase_order set status = $2, version = version + 1,
     central_purchase_id = case when $3 then null else central_purchase_id end
   where central_purchase_id = $1
