-- room-opening.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from room_opening where id = $1
