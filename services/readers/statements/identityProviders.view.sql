-- identityProviders.view, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, text, text, text, text, text[], jsonb, boolean, integer
select p.id, p.version, p.name, p.issuer, p.client_id as "clientId", p.scope,
    p.redirect_uris as "redirectUris", p.mappings, p.enabled,
    (select count(distinct i.account_id)::int from account_identity i where i.provider_id = p.id) as accounts
  from identity_provider p where p.id = $1
