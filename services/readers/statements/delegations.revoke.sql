-- delegations.revoke, written by `npm run emit`
-- takes uuid, timestamp with time zone, text
-- gives integer
update delegation set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null returning 1
