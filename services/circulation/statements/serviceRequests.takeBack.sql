-- serviceRequests.takeBack, written by `npm run emit`
-- takes uuid
-- gives nothing
update service_answer set taken_back = true where request_id = $1 and not taken_back
