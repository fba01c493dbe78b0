-- yearlyAccounts.remarkById, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, text, text, text
select r.id, r.account_id as "accountId", r.asker, r.text, r.made_on::text as "madeOn", r.answer,
    r.answered_on::text as "answeredOn", r.hidden_on::text as "hiddenOn"
  from account_remark r where r.id = $1
