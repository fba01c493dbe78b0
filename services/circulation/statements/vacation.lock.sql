-- vacation.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, boolean, integer
select school_id as "schoolId", cancelled, version from vacation_arrangement where id = $1 for update
