-- secondFactors.begin, written by `npm run emit`
-- takes uuid, bytea, timestamp with time zone
-- gives integer
insert into second_factor (account_id, secret, begun_at) values ($1, $2, $3)
   on conflict (account_id) do update set secret = excluded.secret, begun_at = excluded.begun_at, last_step = null
   where second_factor.confirmed_at is null returning 1
