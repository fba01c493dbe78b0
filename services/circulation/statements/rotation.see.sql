-- rotation.see, written by `npm run emit`
-- takes uuid, date, text
-- gives uuid
update rotation_delivery d set seen_on = $2, seen_by = $3
   where d.class_id = $1 and d.timetable_id = (
     select r.id from rotation_delivery o join rotation_timetable r on r.id = o.timetable_id
       join known_term k on k.term_id = r.term_id
     where o.class_id = $1 and k.ends_on >= $2 order by k.starts_on limit 1)
   returning d.timetable_id as id
