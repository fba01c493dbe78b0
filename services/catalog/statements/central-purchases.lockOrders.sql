-- central-purchases.lockOrders, written by `npm run emit`
-- takes uuid
-- gives uuid
select id from purchase_order where central_purchase_id = $1 order by id for update
