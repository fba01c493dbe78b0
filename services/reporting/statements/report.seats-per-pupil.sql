-- report.seats-per-pupil, written by `npm run emit`
-- takes uuid, date
-- gives uuid, text, text, integer, integer, integer, integer, double precision, double precision, integer, text, integer
with school as (
       select s.school_id, coalesce(f.since, s.since) as since, coalesce(f.code, s.code) as code,
              coalesce(f.name, s.name) as name, coalesce(f.kind, s.kind) as kind
       from known_school s
         left join lateral (select since, code, name, kind from former_school f
                            where f.school_id = s.school_id and f.until > $2::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1
       union all
       select '00000000-0000-0000-0000-000000000000'::uuid, date '0001-01-01', '*', '*', '*' where $1::uuid is null
     ), people as (
       select coalesce(k.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as school_id, sum(k.readers) as readers, sum(k.pupils) as pupils
       from day_pieces(date '0001-01-01', $2) p cross join lateral (
         select school_id, sum(readers) as readers, sum(case when reader_kind = 'student' then readers else 0 end) as pupils from reader_sum
         where school_id = any(array(select school_id from school)) and true and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by grouping sets ((k.school_id), ())
     ), room as (
       select coalesce(r.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as school_id, count(*) as rooms,
              count(*) filter (where r.reads) as reading_rooms, sum(r.seats) filter (where r.reads) as seats,
              count(*) filter (where r.reads and r.seats is null) as unsaid
       from (select distinct on (room_id) school_id, seats, purposes && '{reading,electronic}' as reads, retired_on
             from known_room where school_id = any(array(select school_id from school)) and since <= $2::date
             order by room_id, since desc) r
       where r.retired_on is null or r.retired_on > $2::date
       group by grouping sets ((r.school_id), ())
     ), counted as (
       select s.*, coalesce(r.reading_rooms, 0)::int as reading_rooms, coalesce(r.seats, 0)::int as seats, coalesce(r.unsaid, 0)::int as unsaid,
              coalesce(p.pupils, 0)::int as pupils, n.asked, ceil(coalesce(p.pupils, 0)::int / nullif(n.asked, 0))::int as seats_asked
       from school s left join people p using (school_id) left join room r using (school_id)
         left join lateral standard_for('pupils-per-seat', s.kind) n on true
     )
     select nullif(s.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as "schoolId", s.code, s.name as school, s.reading_rooms as "readingRooms", s.seats, s.unsaid as "roomsUnsaid", s.pupils,
            round(s.pupils::numeric / nullif(s.seats, 0), 1)::float8 as "pupilsPerSeat", s.asked::float8 as "mostPerSeat",
            s.seats_asked as "seatsAsked",
            case when s.pupils = 0 or s.asked is null then null when s.seats * s.asked >= s.pupils then 'yes' else 'no' end as met,
            case when s.seats_asked is not null then greatest(s.seats_asked - s.seats, 0) end as wanting
     from counted s
     where s.since <= $2::date or s.pupils <> 0 or s.reading_rooms <> 0
     order by s.code, s.school_id
