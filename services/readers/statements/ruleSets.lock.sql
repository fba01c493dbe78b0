-- ruleSets.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text
select id, school_id as "schoolId", kind, name, ended_on::text as "endedOn" from rule_set where id = $1 for update
