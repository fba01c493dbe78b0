-- serviceRequests.move, written by `npm run emit`
-- takes uuid, date, text, text, text, date
-- gives nothing
update service_request set due_on = $2, status = $3, why = $4, fate = $5, ended_on = $6 where id = $1
