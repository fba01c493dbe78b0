-- exchange-book.change, written by `npm run emit`
-- takes uuid, text, integer, text, uuid, date, text
-- gives nothing
update exchange_book set state = $2, tickets = $3, why = $4, taker_id = $5, taken_on = $6,
     vetted_by = coalesce($7, vetted_by), version = version + 1 where id = $1
