-- accounts.hasGrant, written by `npm run emit`
-- takes uuid
-- gives uuid
select account_id as id from account_grant where id = $1
