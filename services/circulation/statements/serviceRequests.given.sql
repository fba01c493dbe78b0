-- serviceRequests.given, written by `npm run emit`
-- takes uuid
-- gives uuid, text, text, text, integer
select id, on_day::text as "onDay", words, partner, items from service_answer
   where request_id = $1 and not taken_back order by id
