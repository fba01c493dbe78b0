-- accounts.keep, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, text, text, text, timestamp with time zone, json
select a.id, a.version, a.username, a.username_key, a.password_hash, a.disabled_at,
         coalesce((select json_agg(to_json(g) order by g.n) from account_grant g where g.account_id = a.id), '[]') as grants
  from account a where a.id = $1 for share of a
