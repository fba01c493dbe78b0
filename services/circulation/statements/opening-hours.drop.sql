-- opening-hours.drop, written by `npm run emit`
-- takes uuid[], text
-- gives nothing
delete from room_hours where room_id = any($1::uuid[]) and kind = $2
