-- library-room.drop-steps, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from shelf_access_step where room_id = $1
