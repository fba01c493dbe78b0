-- cardPolicies.of, written by `npm run emit`
-- takes uuid
-- gives uuid, integer[], text[], integer, text, text
select school_id as "schoolId", grades, kinds, version, changed_on::text as "changedOn", changed_by as "changedBy"
   from card_policy where school_id = $1
