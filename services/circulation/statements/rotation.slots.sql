-- rotation.slots, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, text, integer, text, text, text, integer, integer
select s.id, s.class_id as "classId", s.room_id as "roomId", s.purpose, s.weekday, s.starts as "from",
    s.ends as "to", s.window_code as "windowCode", s.every_weeks as "everyWeeks", s.first_week as "firstWeek" from rotation_slot s where s.timetable_id = $1 order by s.id
