-- dunning.addRun, written by `npm run emit`
-- takes uuid, uuid, date, text, integer, date, text
-- gives nothing
insert into dunning_run (id, school_id, made_on, made_by, least_days, answer_by, note) values ($1, $2, $3, $4, $5, $6, $7)
