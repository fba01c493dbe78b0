-- report.lessons-and-visits, written by `npm run emit`
-- takes uuid, date, date, date
-- gives uuid, text, uuid, text, text, text, integer, integer, integer, integer, double precision
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
         and s.status = 'booked' and s.on_day between $2::date and least($3::date, $4::date)), used as (
       select room_id, extract(isodow from on_day) > 5 as weekend,
              (count(*) filter (where kind = 'reading-lesson'))::int as lessons,
              (count(*) filter (where kind <> 'reading-lesson'))::int as others
       from held group by 1, 2
     ), visited as (
       select room_id, extract(isodow from starts_on) > 5 as weekend, sum(visits)::int as visits, sum(in_lessons)::int as in_lessons
       from visit_sum where school_id = any(array(select school_id from school)) and grain = 'day'
         and starts_on between $2::date and $3::date
       group by 1, 2)
     select r.school_id as "schoolId", s.name as school, r.room_id as "roomId", r.campus, r.name as room,
            case when weekend then 'weekend' else 'weekday' end as days, coalesce(u.lessons, 0) as "readingLessons",
            coalesce(u.others, 0) as "otherSessions", coalesce(v.in_lessons, 0) as "lessonVisits",
            coalesce(v.visits - v.in_lessons, 0) as "otherVisits", round(100.0 * coalesce(v.in_lessons, 0) / nullif(v.visits, 0), 1)::float8 as "lessonShare"
     from used u full join visited v using (room_id, weekend) join room r using (room_id) join school s using (school_id)
     where u.lessons > 0 or u.others > 0 or v.visits > 0
     order by s.code, r.campus nulls last, r.name, r.room_id, weekend
