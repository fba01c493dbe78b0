-- apiClients.rotate, written by `npm run emit`
-- takes text, bytea, text, timestamp with time zone, timestamp with time zone
-- gives integer
update api_client set former_secret_hash = case when $4::timestamptz > $5 then secret_hash end,
     former_secret_until = case when $4::timestamptz > $5 then $4::timestamptz end,
     secret_hash = $2, secret_prefix = $3, secret_given_at = $5
   where id = $1 and revoked_at is null returning 1
