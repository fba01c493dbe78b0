-- copies.moveAll, written by `npm run emit`
-- takes jsonb
-- gives nothing
update copy c set version = m.version, stock_state = m.stock_state, withdrawn_on = m.withdrawn_on,
     withdrawal_reason = m.withdrawal_reason
   from jsonb_populate_recordset(null::copy, $1::jsonb) m where c.id = m.id
