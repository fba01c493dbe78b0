-- room-session.cancel, written by `npm run emit`
-- takes uuid, uuid, boolean, text, text, date
-- gives uuid, uuid, uuid, uuid, text, uuid, text, text, text, text, integer
update room_session set status = 'cancelled', status_note = $4, decided_by = $5, version = version + 1
   where series_id = $1 and (id = $2 or ($3::boolean and on_day >= $6)) and status in ('asked', 'booked')
   returning id, school_id as "schoolId", room_id as "roomId", series_id as "seriesId", kind, class_id as "classId",
     on_day::text as "on", starts as "from", ends as "to", status, version
