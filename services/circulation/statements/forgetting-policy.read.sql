-- forgetting-policy.read, written by `npm run emit`
-- takes uuid
-- gives integer, integer
select version, days_after as "daysAfter" from forgetting_policy where school_id = $1
