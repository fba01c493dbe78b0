-- merit.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, text
select school_id as "schoolId", state from merit_suggestion where id = $1 for update
