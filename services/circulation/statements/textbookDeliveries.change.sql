-- textbookDeliveries.change, written by `npm run emit`
-- takes uuid, text, text, date, date, text, text, text, integer
-- gives nothing
update textbook_delivery set supplier = $2, how = $3, expected_on = $4, arrived_on = $5, status = $6, contact = $7, note = $8,
     version = $9 where id = $1
