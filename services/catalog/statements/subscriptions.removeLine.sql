-- subscriptions.removeLine, written by `npm run emit`
-- takes uuid, integer
-- gives integer
delete from subscription_line where round_id = $1 and number = $2 returning number
