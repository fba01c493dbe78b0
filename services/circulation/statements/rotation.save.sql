-- rotation.save, written by `npm run emit`
-- takes uuid, text, text, integer, date, integer
-- gives nothing
update rotation_timetable set name = $2, outside = $3, published_version = $4, published_on = $5, version = $6 where id = $1
