-- yearlyAccounts.hide, written by `npm run emit`
-- takes uuid, date
-- gives nothing
update account_remark set hidden_on = $2 where id = $1
