-- room-opening.close, written by `npm run emit`
-- takes uuid, text
-- gives nothing
update room_opening set closed_at = $2 where id = $1
