-- room-session.occupied, written by `npm run emit`
-- takes uuid, date[]
-- gives uuid, text, text, text, uuid, text, uuid
select id, on_day::text as "on", starts as "from", ends as "to", room_id as "roomId", zone, class_id as "classId"
   from room_session where school_id = $1 and on_day = any($2::date[]) and status in ('asked', 'booked')
