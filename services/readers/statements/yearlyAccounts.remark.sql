-- yearlyAccounts.remark, written by `npm run emit`
-- takes uuid, uuid, uuid, text, text, text, date
-- gives nothing
insert into account_remark (id, account_id, school_id, by_account, asker, text, made_on) values ($1, $2, $3, $4, $5, $6, $7)
