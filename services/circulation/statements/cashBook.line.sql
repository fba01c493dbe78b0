-- cashBook.line, written by `npm run emit`
-- takes uuid, integer
-- gives integer, text, integer, double precision, uuid, boolean
select n.number, n.kind, n.amount_fen as "amountFen", n.balance_fen::float8 as "balanceFen", n.compensation_id as "compensationId",
     exists (select from cash_line r where r.school_id = n.school_id and r.reverses = n.number) as "isReversed"
   from cash_line n where n.school_id = $1 and n.number = $2
