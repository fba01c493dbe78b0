-- identityProviders.find, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, text, text, text, bytea, text, text[], jsonb, boolean
select id, version, name, issuer, client_id as "clientId", client_secret as "clientSecret", scope,
    redirect_uris as "redirectUris", mappings, enabled from identity_provider where id = $1
