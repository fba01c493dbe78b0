-- trials.step, written by `npm run emit`
-- takes uuid, text, text, date, date, text
-- gives nothing
insert into e_resource_trial_step (trial_id, number, outcome, reason, ended_on, on_day, by)
   select $1, count(*) + 1, $2, $3, $4, $5, $6 from e_resource_trial_step where trial_id = $1
