-- secondFactors.confirm, written by `npm run emit`
-- takes uuid, timestamp with time zone
-- gives integer
update second_factor set confirmed_at = $2 where account_id = $1 and confirmed_at is null returning 1
