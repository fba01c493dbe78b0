-- identityProviders.link, written by `npm run emit`
-- takes uuid, text, uuid, timestamp with time zone
-- gives integer
insert into account_identity (provider_id, subject, account_id, linked_at) values ($1, $2, $3, $4)
   on conflict do nothing returning 1
