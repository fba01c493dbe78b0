-- mandates.pay, written by `npm run emit`
-- takes uuid, uuid, uuid, bigint, date, text, text
-- gives nothing
insert into mandate_payment (id, mandate_id, school_id, fen, paid_on, document_number, entered_by)
   values ($1, $2, $3, $4, $5, $6, $7)
