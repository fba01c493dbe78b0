-- rotation.sessions-on, written by `npm run emit`
-- takes uuid, date
-- gives uuid, text, text, uuid, text, uuid
select id, starts as "from", ends as "to", room_id as "roomId", zone, class_id as "classId" from room_session
   where school_id = $1 and on_day = $2 and status in ('asked', 'booked')
