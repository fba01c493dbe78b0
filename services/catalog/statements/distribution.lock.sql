-- distribution.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text
select id, school_id as "schoolId", starts_on::text as "startsOn", ends_on::text as "endsOn"
   from personal_subscription where id = $1 for update
