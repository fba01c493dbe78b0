-- bibliographies.change, written by `npm run emit`
-- takes uuid, text, text, text, text, date, timestamp with time zone
-- gives nothing
update bibliography set version = version + 1, name = $2, about = $3, audience = $4, issue = $5, published_on = $6,
     changed_at = $7 where id = $1
