-- dunning.lockContact, written by `npm run emit`
-- takes uuid
-- gives uuid, text
select school_id as "schoolId", contacted_on::text as on from return_contact where id = $1 for update
