-- courier-run.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from courier_run where id = $1
