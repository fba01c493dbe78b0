-- room-visit.lock, written by `npm run emit`
-- takes uuid
-- gives uuid
select school_id as "schoolId" from room_visit where id = $1 for update
