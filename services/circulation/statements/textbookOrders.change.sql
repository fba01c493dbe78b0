-- textbookOrders.change, written by `npm run emit`
-- takes uuid, text, date, text, date, date, text, integer
-- gives nothing
update textbook_order set name = $2, wishes_until = $3, status = $4, confirmed_on = $5, reported_on = $6, office_note = $7,
     version = $8 where id = $1
