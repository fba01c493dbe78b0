-- identityProviders.take, written by `npm run emit`
-- takes bytea
-- gives uuid, bytea, text, timestamp with time zone
delete from sign_in_attempt where attempt_hash = $1
   returning provider_id as "providerId", checks, redirect_uri as "redirectUri", begun_at as "begunAt"
