-- delegations.lentTo, written by `npm run emit`
-- takes uuid, timestamp with time zone
-- gives integer
select count(*)::int as n from delegation where to_account_id = $1 and revoked_at is null and ends_at > $2
