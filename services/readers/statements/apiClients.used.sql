-- apiClients.used, written by `npm run emit`
-- takes text, timestamp with time zone
-- gives text, text, bytea, text, bytea, timestamp with time zone, text[], uuid[]
update api_client set last_used_at = $2 where id = $1 and revoked_at is null
   returning id, name, secret_hash, secret_prefix, former_secret_hash, former_secret_until, scopes, school_ids
