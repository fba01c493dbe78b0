-- report.visits-by-department, written by `npm run emit`
-- takes uuid, date, date, date
-- gives uuid, text, text, text, integer, integer
with school as (
       select s.school_id, coalesce(f.code, s.code) as code, coalesce(f.name, s.name) as name
       from known_school s
         left join lateral (select code, name from former_school f
                            where f.school_id = s.school_id and f.until > $4::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1), room as (
       select distinct on (room_id) room_id, school_id, name, purposes, place, campus, department, seats, retired_on
       from known_room where $1::uuid is null or school_id = $1
       order by room_id, since <= $4::date desc, case when since <= $4::date then since end desc, since), visited as (
       select room_id, reader_kind, sum(v.visits)::int as visits, sum(v.in_lessons)::int as in_lessons
       from day_pieces($2, $3) p cross join lateral (
         select room_id, reader_kind, sum(visits) as visits, sum(in_lessons) as in_lessons
         from visit_sum where school_id = any(array(select school_id from known_school where $1::uuid is null or school_id = $1))
           and grain = p.grain and starts_on between p.starts and p.ends 
         group by room_id, reader_kind) v
       group by room_id, reader_kind)
     select r.school_id as "schoolId", s.name as school, r.department, v.reader_kind as "readerKind",
            sum(v.visits)::int as visits, sum(v.in_lessons)::int as "inLessons"
     from visited v join room r using (room_id) join school s using (school_id)
     group by r.school_id, s.code, s.name, r.department, v.reader_kind having sum(v.visits) > 0
     order by s.code, r.department nulls last, v.reader_kind
