-- yearlyAccounts.lockRemark, written by `npm run emit`
-- takes uuid
-- gives uuid, text
select school_id as "schoolId", hidden_on::text as "hiddenOn" from account_remark where id = $1 for update
