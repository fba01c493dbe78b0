-- distribution.clear, written by `npm run emit`
-- takes uuid, integer, uuid
-- gives nothing
delete from serial_allotment where school_id = $1 and year = $2 and title_id = $3
