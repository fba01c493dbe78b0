-- mandates.viewPayment, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, integer, uuid, double precision, text, text, text, text, text
select p.id, p.mandate_id as "mandateId", t.title, m.year, p.school_id as "schoolId", p.fen::float8 as fen,
    p.paid_on::text as "paidOn", p.document_number as "documentNumber", p.entered_by as "enteredBy",
    p.reversed_on::text as "reversedOn", p.reversal_reason as "reversalReason"
  from mandate_payment p join serial_mandate m on m.id = p.mandate_id join title t on t.id = m.title_id where p.id = $1
