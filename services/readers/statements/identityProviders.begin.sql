-- identityProviders.begin, written by `npm run emit`
-- takes bytea, uuid, bytea, text, timestamp with time zone
-- gives nothing
insert into sign_in_attempt (attempt_hash, provider_id, checks, redirect_uri, begun_at) values ($1, $2, $3, $4, $5)
