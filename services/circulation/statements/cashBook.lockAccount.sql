-- cashBook.lockAccount, written by `npm run emit`
-- takes uuid
-- gives integer, double precision, integer, integer
select last_number as "lastNumber", balance_fen::float8 as "balanceFen", last_period as "lastPeriod", closed_number as "closedNumber"
   from cash_account where school_id = $1 for update
