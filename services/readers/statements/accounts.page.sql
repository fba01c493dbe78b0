-- accounts.page, written by `npm run emit`
-- takes text, text, uuid, bigint
-- gives uuid, integer, text, text, text, timestamp with time zone, json
select a.id, a.version, a.username, a.username_key, a.password_hash, a.disabled_at,
         coalesce((select json_agg(to_json(g) order by g.n) from account_grant g where g.account_id = a.id), '[]') as grants
  from account a where a.username_key > $1 and ($2::text is null or a.username_key like $2 || '%')
     and ($3::uuid is null or exists (select from account_grant g where g.account_id = a.id and g.school_id = $3))
   order by a.username_key limit $4
