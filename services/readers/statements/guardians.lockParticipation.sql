-- guardians.lockParticipation, written by `npm run emit`
-- takes uuid
-- gives uuid
select school_id as "schoolId" from participation where id = $1 for update
