-- accounts.try, written by `npm run emit`
-- takes bytea, timestamp with time zone, timestamp with time zone, integer, timestamp with time zone
-- gives integer, timestamp with time zone
insert into sign_in_throttle as t (name_hash, failures, since) values ($1, 1, $2)
   on conflict (name_hash) do update set
     failures = case when t.since < $3 or t.locked_until <= $2 then 1 else t.failures + 1 end,
     since = case when t.since < $3 or t.locked_until <= $2 then $2 else t.since end,
     locked_until = case when t.locked_until <= $2 then null
                         when t.locked_until is null and t.since >= $3 and t.failures >= $4 then $5
                         else t.locked_until end
   returning failures, locked_until
