-- rotation.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from rotation_timetable where id = $1
