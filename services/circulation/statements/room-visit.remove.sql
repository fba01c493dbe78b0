-- room-visit.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from room_visit where id = $1
