-- cashBook.left, written by `npm run emit`
-- takes uuid
-- gives integer
select coalesce(sum(amount_fen), 0)::int as fen from cash_line where compensation_id = $1
