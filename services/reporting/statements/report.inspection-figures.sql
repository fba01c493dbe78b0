-- report.inspection-figures, written by `npm run emit`
-- takes uuid, date
-- gives uuid, text, text, text, integer, integer, double precision, double precision, text, integer
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
     ), held as (
       select k.school_id, sum(k.copies) as copies, sum(k.reference_titles) as reference_titles
       from day_pieces(date '0001-01-01', $2) p cross join lateral (
         select school_id, sum(case when main_class = '*' then copies else 0 end) as copies, sum(case when main_class = 'kind:reference' then titles else 0 end) as reference_titles from stock_sum
         where school_id = any(array(select school_id from school)) and main_class in ('*', 'kind:reference') and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by 1
     ), came as (
       select coalesce(k.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as school_id, sum(k.copies) as copies
       from day_pieces((($2::date - interval '1 year')::date + 1), $2) p cross join lateral (
         select school_id, sum(case when movement = 'in:purchase' or movement = 'in:pupil-purchase' or movement = 'in:donation' or movement = 'in:allocation' or movement = 'in:school-publication' or movement = 'in:other' then copies else 0 end) as copies from movement_sum
         where school_id = any(array(select school_id from school)) and true and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by grouping sets ((k.school_id), ())
     ), serials as (
       select school_id, newspapers, periodicals, copies from known_subscription
       where school_id = any(array(select school_id from school)) and year = extract(year from $2::date)
         and approved_on <= $2::date
     ), e_books as (
       select coalesce(school_id, '00000000-0000-0000-0000-000000000000'::uuid) as school_id, sum(volumes) as volumes
       from (select school_id, volumes from known_e_books
             where school_id = any(array(select school_id from school)) and on_day <= $2::date
             union all
             select null, volumes from known_e_books
             where $1::uuid is null and school_id is not null and on_day <= $2::date) e
       group by 1
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
       select s.*, coalesce(p.pupils, 0)::int as pupils, coalesce(h.copies, 0)::int as copies, coalesce(c.copies, 0)::int as new_copies,
              coalesce(h.reference_titles, 0)::int as reference_titles, coalesce(r.newspapers + r.periodicals, 0)::int as serial_titles,
              coalesce(e.volumes, 0)::int + (select coalesce(sum(volumes), 0)::int from known_e_books
                                     where school_id is null and on_day <= $2::date) as e_books,
              coalesce(o.rooms, 0)::int as rooms, coalesce(o.seats, 0)::int as seats
       from school s left join people p using (school_id) left join held h using (school_id) left join came c using (school_id)
         left join serials r using (school_id) left join e_books e using (school_id) left join room o using (school_id)
       where s.school_id <> '00000000-0000-0000-0000-000000000000'::uuid and (s.since <= $2::date or h.copies <> 0 or p.pupils <> 0)
     ), figure as (
       select s.*, f.place, f.figure, f.amount, f.per_pupil, n.asked
       from counted s cross join lateral (values
           (1, 'copies-per-pupil', s.copies, true), (2, 'new-copies-per-pupil', s.new_copies, true),
           (3, 'pupils-per-seat', s.seats, null), (4, 'rooms', s.rooms, false), (5, 'reference-titles', s.reference_titles, false),
           (6, 'serial-titles', s.serial_titles, false), (7, 'e-books', s.e_books, false)
         ) f(place, figure, amount, per_pupil)
         left join lateral standard_for(f.figure, s.kind) n on true
     ), measured as (
       -- How much there must be: so much for each pupil, a seat for so many of them, or just so much.
       select f.*, case when f.per_pupil is null then ceil(f.pupils / nullif(f.asked, 0))
                        when f.per_pupil then ceil(f.asked * f.pupils) else ceil(f.asked) end as needed
       from figure f
     )
     select nullif(s.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as "schoolId", s.code, s.name as school, s.figure, s.amount, case when s.per_pupil is not false then s.pupils end as pupils,
            (case when s.per_pupil is null then round(s.pupils::numeric / nullif(s.amount, 0), 1)
                  when s.per_pupil then round(s.amount::numeric / nullif(s.pupils, 0), 2) else s.amount end)::float8 as "is",
            s.asked::float8 as asked,
            case when s.needed is null or (s.per_pupil is not false and s.pupils = 0) then null
                 when s.amount >= s.needed then 'yes' else 'no' end as met,
            case when s.needed is not null then greatest(s.needed - s.amount, 0)::int end as wanting
     from measured s
     order by s.code, s.school_id, s.place
