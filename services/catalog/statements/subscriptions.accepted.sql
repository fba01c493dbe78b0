-- subscriptions.accepted, written by `npm run emit`
-- takes uuid
-- gives uuid
select distinct title_id as id from subscription_line where round_id = $1 and verdict = 'accept'
