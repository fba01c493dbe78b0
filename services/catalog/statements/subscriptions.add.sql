-- subscriptions.add, written by `npm run emit`
-- takes uuid, uuid, integer, integer, uuid, date
-- gives nothing
insert into subscription_round (id, school_id, year, required_titles, vendor_id, created_on) values ($1, $2, $3, $4, $5, $6)
