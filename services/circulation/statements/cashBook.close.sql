-- cashBook.close, written by `npm run emit`
-- takes uuid, integer, integer, integer, bigint, bigint, bigint, bigint, bigint, date, text, text
-- gives nothing
with closed as (update cash_account set last_period = $2, closed_number = $4 where school_id = $1)
   insert into cash_period (school_id, number, first_line, last_line, opening_fen, in_fen, out_fen, closing_fen, counted_fen, closed_on,
     closed_by, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
