-- mandates.add, written by `npm run emit`
-- takes uuid, uuid, integer, integer, integer, date, date, date, text
-- gives nothing
insert into serial_mandate (id, title_id, year, copies, price_fen, order_by, pay_by, set_on, set_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
