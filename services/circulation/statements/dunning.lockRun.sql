-- dunning.lockRun, written by `npm run emit`
-- takes uuid
-- gives uuid, text
select school_id as "schoolId", made_on::text as on from dunning_run where id = $1 for update
