-- servedGroups.lockService, written by `npm run emit`
-- takes uuid
-- gives uuid, text
select school_id as "schoolId", struck_on::text as "struckOn" from group_service where id = $1 for update
