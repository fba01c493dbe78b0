-- identityProviders.change, written by `npm run emit`
-- takes uuid, integer, text, text, text, bytea, text, text[], jsonb, boolean
-- gives nothing
update identity_provider set version = $2, name = $3, issuer = $4, client_id = $5, client_secret = $6, scope = $7,
     redirect_uris = $8, mappings = $9, enabled = $10 where id = $1
