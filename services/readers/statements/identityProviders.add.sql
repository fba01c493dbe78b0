-- identityProviders.add, written by `npm run emit`
-- takes uuid, integer, text, text, text, bytea, text, text[], jsonb, boolean, text, timestamp with time zone
-- gives nothing
insert into identity_provider (id, version, name, issuer, client_id, client_secret, scope, redirect_uris, mappings,
     enabled, created_by, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
