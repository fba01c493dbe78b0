-- mandates.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, integer, integer, integer, text, text, text, text, text
select m.id, m.title_id as "serialId", t.title, s.postal_code as "postalCode", m.year, m.copies,
    m.price_fen as "priceFen", m.order_by::text as "orderBy", m.pay_by::text as "payBy", m.set_on::text as "setOn",
    m.set_by as "setBy", m.withdrawn_on::text as "withdrawnOn"
  from serial_mandate m join serial s on s.title_id = m.title_id join title t on t.id = m.title_id where m.id = $1
