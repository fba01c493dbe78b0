-- room-session.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, uuid, text, uuid, text, text, text, text, integer
select id, school_id as "schoolId", room_id as "roomId", series_id as "seriesId", kind, class_id as "classId",
     on_day::text as "on", starts as "from", ends as "to", status, version from room_session where id = $1 for update
