-- delegations.borrowers, written by `npm run emit`
-- takes uuid, timestamp with time zone
-- gives text
select distinct to_account_id::text as id from delegation
   where from_account_id = $1 and revoked_at is null and ends_at > $2
