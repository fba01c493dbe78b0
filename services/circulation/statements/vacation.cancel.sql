-- vacation.cancel, written by `npm run emit`
-- takes uuid
-- gives nothing
with stamped as (update lending_policy_stamp set stamp = stamp + 1)
   update vacation_arrangement set cancelled = true, version = version + 1 where id = $1
