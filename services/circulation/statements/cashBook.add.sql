-- cashBook.add, written by `npm run emit`
-- takes uuid, integer, date, text, text, integer, uuid, bigint, integer, text, text
-- gives nothing
with entered as (update cash_account set last_number = $2, balance_fen = $8 where school_id = $1)
   insert into cash_line (school_id, number, entered_on, entered_by, kind, amount_fen, compensation_id, balance_fen, reverses,
     document_number, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
