-- room-session.decide, written by `npm run emit`
-- takes uuid, text, text, text
-- gives uuid, uuid, uuid, uuid, text, uuid, text, text, text, text, integer
update room_session set status = $2, status_note = $3, decided_by = $4, version = version + 1
   where series_id = $1 and status = 'asked' returning id, school_id as "schoolId", room_id as "roomId", series_id as "seriesId", kind, class_id as "classId",
     on_day::text as "on", starts as "from", ends as "to", status, version
