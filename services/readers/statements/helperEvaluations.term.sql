-- helperEvaluations.term, written by `npm run emit`
-- takes uuid
-- gives uuid, text, text
select school_id as "schoolId", starts_on::text as "startsOn", ends_on::text as "endsOn" from term where id = $1
