-- room-session.cancel, written by `npm run emit`
-- takes uuid, uuid, boolean, text, text, date
-- gives nothing
update room_session set status = 'cancelled', status_note = $4, decided_by = $5, version = version + 1
   where series_id = $1 and (id = $2 or ($3::boolean and on_day >= $6)) and status in ('asked', 'booked')
