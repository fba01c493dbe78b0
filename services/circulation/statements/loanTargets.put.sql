-- loanTargets.put, written by `npm run emit`
-- takes uuid, integer, integer, date, text
-- gives nothing
insert into loan_target_set (school_id, version, advice_weekly, put_on, put_by) values ($1, $2, $3, $4, $5)
   on conflict (school_id) do update set version = excluded.version, advice_weekly = excluded.advice_weekly, put_on = excluded.put_on,
     put_by = excluded.put_by
