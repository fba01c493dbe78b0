-- forgetting-policy.put, written by `npm run emit`
-- takes uuid, integer, integer, date, text
-- gives nothing
insert into forgetting_policy (school_id, version, days_after, put_on, put_by) values ($1, $2, $3, $4, $5)
   on conflict (school_id) do update set version = excluded.version, days_after = excluded.days_after, put_on = excluded.put_on,
     put_by = excluded.put_by
