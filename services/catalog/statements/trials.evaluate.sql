-- trials.evaluate, written by `npm run emit`
-- takes uuid, text, text, integer, text, date
-- gives nothing
insert into e_resource_evaluation (trial_id, evaluated_by, evaluator, mark, words, on_day) values ($1, $2, $3, $4, $5, $6)
   on conflict (trial_id, evaluated_by) do update
     set evaluator = excluded.evaluator, mark = excluded.mark, words = excluded.words, on_day = excluded.on_day
