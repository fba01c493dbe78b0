-- cashBook.sums, written by `npm run emit`
-- takes uuid, integer
-- gives double precision, double precision
select coalesce(sum(amount_fen) filter (where amount_fen > 0), 0)::float8 as "inFen",
     coalesce(-sum(amount_fen) filter (where amount_fen < 0), 0)::float8 as "outFen"
   from cash_line where school_id = $1 and number > $2
