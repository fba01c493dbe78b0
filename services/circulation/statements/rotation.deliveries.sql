-- rotation.deliveries, written by `npm run emit`
-- takes uuid
-- gives uuid, jsonb
select class_id as "classId", slots from rotation_delivery where timetable_id = $1
