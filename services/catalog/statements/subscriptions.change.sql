-- subscriptions.change, written by `npm run emit`
-- takes uuid, integer, integer, uuid, text, date, integer
-- gives nothing
update subscription_round set version = $2, required_titles = $3, vendor_id = $4, status = $5, approved_on = $6,
     next_line = $7 where id = $1
