-- subscriptions.step, written by `npm run emit`
-- takes uuid, integer, text, date, text, text
-- gives nothing
insert into subscription_step (round_id, version, action, on_day, by_whom, remark) values ($1, $2, $3, $4, $5, $6)
