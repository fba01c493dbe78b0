-- textbookDeliveries.add, written by `npm run emit`
-- takes uuid, uuid, uuid, uuid, text, text, date, text, text
-- gives nothing
insert into textbook_delivery (id, school_id, term_id, order_id, supplier, how, expected_on, status, contact, note)
   values ($1, $2, $3, $4, $5, $6, $7, 'expected', $8, $9)
