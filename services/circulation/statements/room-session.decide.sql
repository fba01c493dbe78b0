-- room-session.decide, written by `npm run emit`
-- takes uuid, text, text, text
-- gives nothing
update room_session set status = $2, status_note = $3, decided_by = $4, version = version + 1
   where series_id = $1 and status = 'asked'
