-- dunning.removeRun, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from dunning_run where id = $1
