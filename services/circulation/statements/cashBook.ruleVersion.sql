-- cashBook.ruleVersion, written by `npm run emit`
-- takes uuid
-- gives integer
select coalesce(max(version), 0) as version from compensation_rule where school_id = $1
