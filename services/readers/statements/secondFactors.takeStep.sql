-- secondFactors.takeStep, written by `npm run emit`
-- takes uuid, bigint
-- gives integer
update second_factor set last_step = $2 where account_id = $1 and (last_step is null or last_step < $2) returning 1
