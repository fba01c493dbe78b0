-- trials.undo, written by `npm run emit`
-- takes uuid
-- gives text, text
delete from e_resource_trial_step where (trial_id, number) = (select trial_id, max(number) from e_resource_trial_step
     where trial_id = $1 group by trial_id) returning outcome, ended_on::text as "endedOn"
