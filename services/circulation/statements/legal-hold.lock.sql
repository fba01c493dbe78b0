-- legal-hold.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, text
select school_id as "schoolId", lifted_on::text as "liftedOn" from legal_hold where id = $1 for update
