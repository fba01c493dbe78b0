-- central-purchases.clearShares, written by `npm run emit`
-- takes uuid, integer[]
-- gives nothing
delete from central_purchase_share where purchase_id = $1 and number = any($2::int[])
