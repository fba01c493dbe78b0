-- textbookOrders.add, written by `npm run emit`
-- takes uuid, uuid, uuid, text, date
-- gives nothing
insert into textbook_order (id, school_id, term_id, name, wishes_until, status) values ($1, $2, $3, $4, $5, 'open')
