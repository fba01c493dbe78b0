-- apiClients.used, written by `npm run emit`
-- takes text, timestamp with time zone
-- gives text, text, bytea, text, text[], uuid[]
update api_client set last_used_at = $2 where id = $1 and revoked_at is null
   returning id, name, secret_hash, secret_prefix, scopes, school_ids
