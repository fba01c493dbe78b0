-- committee.rule, written by `npm run emit`
-- takes uuid
-- gives uuid, boolean, integer, text
select school_id as "schoolId", required, quorum, set_on::text as "setOn" from committee_rule where school_id = $1
