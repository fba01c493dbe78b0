-- distribution.end, written by `npm run emit`
-- takes uuid, date
-- gives nothing
update personal_subscription set ends_on = $2 where id = $1
