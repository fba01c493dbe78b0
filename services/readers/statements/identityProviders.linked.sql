-- identityProviders.linked, written by `npm run emit`
-- takes uuid, text, timestamp with time zone
-- gives uuid
update account_identity set last_at = $3 where provider_id = $1 and subject = $2 returning account_id as "accountId"
