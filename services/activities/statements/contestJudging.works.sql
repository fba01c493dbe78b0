-- contestJudging.works, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, integer, integer, integer[]
select e.id as "entryId", e.reader_id as "readerId", e.class_id as "classId", e.grade, m.tenths as mark,
     coalesce((select array_agg(s.tenths) from contest_score s where s.entry_id = e.id), '{}') as tenths
   from contest_entry e left join note_mark m on m.contest_id = e.contest_id and m.note_id = e.note_id
   where e.contest_id = $1 and e.status = 'handed-in' order by e.id
