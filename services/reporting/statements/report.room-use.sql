-- report.room-use, written by `npm run emit`
-- takes uuid, date, date, date
-- gives uuid, text, uuid, text, text, integer, integer, integer, integer, integer, integer, integer
with school as (
       select s.school_id, coalesce(f.code, s.code) as code, coalesce(f.name, s.name) as name
       from known_school s
         left join lateral (select code, name from former_school f
                            where f.school_id = s.school_id and f.until > $4::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1), room as (
       select distinct on (room_id) room_id, school_id, name, purposes, place, campus, department, seats, retired_on
       from known_room where $1::uuid is null or school_id = $1
       order by room_id, since <= $4::date desc, case when since <= $4::date then since end desc, since), held as (
       select s.* from known_session s
       where s.school_id = any(array(select school_id from known_school where $1::uuid is null or school_id = $1))
         and s.status = 'booked' and s.on_day between $2::date and least($3::date, $4::date)), visited as (
       select room_id, sum(v.visits)::int as visits, sum(v.in_lessons)::int as in_lessons
       from day_pieces($2, $3) p cross join lateral (
         select room_id, sum(visits) as visits, sum(in_lessons) as in_lessons
         from visit_sum where school_id = any(array(select school_id from known_school where $1::uuid is null or school_id = $1))
           and grain = p.grain and starts_on between p.starts and p.ends 
         group by room_id) v
       group by room_id),
     used as (
       select room_id, (count(*) filter (where kind = 'reading-lesson'))::int as lessons,
              (count(distinct class_id) filter (where kind = 'reading-lesson'))::int as classes,
              (count(*) filter (where kind <> 'reading-lesson'))::int as others
       from held group by 1)
     select r.school_id as "schoolId", s.name as school, r.room_id as "roomId", r.campus, r.name as room, r.seats,
            coalesce(u.lessons, 0) as "readingLessons", coalesce(u.classes, 0) as classes, coalesce(u.others, 0) as "otherSessions",
            coalesce(v.in_lessons, 0) as "lessonVisits", coalesce(v.visits - v.in_lessons, 0) as "otherVisits",
            coalesce(v.visits, 0) as visits
     from room r join school s using (school_id) left join used u using (room_id) left join visited v using (room_id)
     where r.retired_on is null or r.retired_on > $2::date or u.lessons > 0 or v.visits > 0
     order by s.code, r.campus nulls last, r.name, r.room_id
