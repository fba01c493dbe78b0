-- vacation.save, written by `npm run emit`
-- takes uuid, uuid, text, date, date, date, integer
-- gives nothing
with stamped as (update lending_policy_stamp set stamp = stamp + 1)
   insert into vacation_arrangement (id, school_id, name, lend_from, lend_to, due_on, version)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (id) do update set name = excluded.name, lend_from = excluded.lend_from, lend_to = excluded.lend_to,
     due_on = excluded.due_on, version = excluded.version
