-- gateAlarms.lock, written by `npm run emit`
-- takes uuid
-- gives uuid
select school_id as "schoolId" from gate_alarm where id = $1 for update
