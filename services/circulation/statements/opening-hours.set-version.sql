-- opening-hours.set-version, written by `npm run emit`
-- takes uuid, integer
-- gives nothing
update room_timing set version = $2 where room_id = $1
