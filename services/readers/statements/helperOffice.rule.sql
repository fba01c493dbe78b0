-- helperOffice.rule, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, text[], text[], boolean, text
select school_id as "schoolId", per_class as "perClass", criteria, duties, duty_days_only as "dutyDaysOnly",
     set_on::text as "setOn"
   from helper_rule where school_id = $1
