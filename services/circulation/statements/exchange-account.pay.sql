-- exchange-account.pay, written by `npm run emit`
-- takes uuid, integer
-- gives nothing
update exchange_account set tickets = tickets + $2 where reader_id = $1
