-- serviceRequests.answer, written by `npm run emit`
-- takes uuid, uuid, date, text, text, integer, text
-- gives nothing
insert into service_answer (id, request_id, on_day, words, partner, items, by_whom) values ($1, $2, $3, $4, $5, $6, $7)
