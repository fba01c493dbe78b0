-- courier-run.add, written by `npm run emit`
-- takes uuid, uuid, date, text, text, text
-- gives nothing
insert into courier_run (id, school_id, run_on, courier, note, made_by) values ($1, $2, $3, $4, $5, $6)
