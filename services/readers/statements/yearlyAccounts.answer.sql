-- yearlyAccounts.answer, written by `npm run emit`
-- takes uuid, text, date, text
-- gives nothing
update account_remark set answer = $2, answered_on = $3, answered_by = $4 where id = $1
