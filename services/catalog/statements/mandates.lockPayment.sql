-- mandates.lockPayment, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text
select id, school_id as "schoolId", reversed_on::text as "reversedOn" from mandate_payment where id = $1 for update
