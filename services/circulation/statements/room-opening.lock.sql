-- room-opening.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text
select id, school_id as "schoolId", on_day::text as "on", opened_at as "openedAt", closed_at as "closedAt"
   from room_opening where id = $1 for update
