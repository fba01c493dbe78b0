-- secondFactors.find, written by `npm run emit`
-- takes uuid
-- gives bytea, timestamp with time zone, integer
select secret, confirmed_at as "confirmedAt",
     (select count(*)::int from recovery_code r where r.account_id = f.account_id and r.used_at is null) as "codesLeft"
   from second_factor f where account_id = $1
