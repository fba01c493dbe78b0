export const MANDATE_VIEW = `select m.id, m.title_id as "serialId", t.title, s.postal_code as "postalCode", m.year, m.copies,
    m.price_fen as "priceFen", m.order_by::text as "orderBy", m.pay_by::text as "payBy", m.set_on::text as "setOn",
    m.set_by as "setBy", m.withdrawn_on::text as "withdrawnOn"
  from serial_mandate m join serial s on s.title_id = m.title_id join title t on t.id = m.title_id`;
export const PAYMENT_VIEW = `select p.id, p.mandate_id as "mandateId", t.title, m.year, p.school_id as "schoolId", p.fen::float8 as fen,
    p.paid_on::text as "paidOn", p.document_number as "documentNumber", p.entered_by as "enteredBy",
    p.reversed_on::text as "reversedOn", p.reversal_reason as "reversalReason"
  from mandate_payment p join serial_mandate m on m.id = p.mandate_id join title t on t.id = m.title_id`;
