-- report.special-room-use, written by `npm run emit`
-- takes uuid, date, date, date
-- gives text, uuid, text, uuid, text, text, text, text, integer, text, integer, integer, integer, double precision, integer
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
       select room_id, count(*)::int as sessions, count(class_id)::int as class_sessions,
              round(extract(epoch from sum(ends::time - starts::time)) / 3600, 1)::float8 as hours
       from held group by 1),
     day as (
       select room_id, count(distinct on_day)::int as days from (
         select room_id, on_day from held
         union all
         select room_id, starts_on from visit_sum
         where school_id = any(array(select school_id from school)) and grain = 'day' and starts_on between $2::date and $3::date
           and visits > 0) d
       group by 1)
     select s.code as "schoolCode", r.school_id as "schoolId", s.name as school, r.room_id as "roomId", r.campus, r.name as room,
            array_to_string(r.purposes, ',') as purposes, r.place, r.seats, r.retired_on::text as "retiredOn",
            coalesce(d.days, 0) as "daysUsed", coalesce(u.sessions, 0) as sessions, coalesce(u.class_sessions, 0) as "classSessions",
            coalesce(u.hours, 0) as hours, coalesce(v.visits, 0) as visits
     from room r join school s using (school_id) left join used u using (room_id) left join visited v using (room_id)
       left join day d using (room_id)
     where r.retired_on is null or r.retired_on > $2::date or d.days > 0
     order by s.code, r.campus nulls last, r.name, r.room_id
