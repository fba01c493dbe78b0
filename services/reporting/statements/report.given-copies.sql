-- report.given-copies, written by `npm run emit`
-- takes uuid, date, date, date
-- gives uuid, text, text, integer, integer, double precision, double precision, double precision, integer, double precision
with school as (
       select s.school_id, coalesce(f.since, s.since) as since, coalesce(f.code, s.code) as code,
              coalesce(f.name, s.name) as name, coalesce(f.kind, s.kind) as kind
       from known_school s
         left join lateral (select since, code, name, kind from former_school f
                            where f.school_id = s.school_id and f.until > $4::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1
       union all
       select '00000000-0000-0000-0000-000000000000'::uuid, date '0001-01-01', '*', '*', '*' where $1::uuid is null
     ), people as (
       select coalesce(k.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as school_id, sum(k.readers) as readers, sum(k.pupils) as pupils
       from day_pieces(date '0001-01-01', $4) p cross join lateral (
         select school_id, sum(readers) as readers, sum(case when reader_kind = 'student' then readers else 0 end) as pupils from reader_sum
         where school_id = any(array(select school_id from school)) and true and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by grouping sets ((k.school_id), ())
     ), came as (
       select coalesce(k.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as school_id, sum(k.allotted) as allotted, sum(k.allotted_fen) as allotted_fen, sum(k.given) as given, sum(k.given_fen) as given_fen
       from day_pieces($2, $3) p cross join lateral (
         select school_id, sum(case when movement = 'in:allocation' then copies else 0 end) as allotted, sum(case when movement = 'in:allocation' then value_fen else 0 end) as allotted_fen, sum(case when movement = 'in:donation' then copies else 0 end) as given, sum(case when movement = 'in:donation' then value_fen else 0 end) as given_fen from movement_sum
         where school_id = any(array(select school_id from school)) and movement in ('in:allocation', 'in:donation') and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by grouping sets ((k.school_id), ())
     ), county as (
       select sum(k.copies) as allotted
       from known_school o cross join day_pieces($2, $3) p cross join lateral (
         select sum(copies) as copies from movement_sum
         where school_id = o.school_id and movement = 'in:allocation' and grain = p.grain and starts_on between p.starts and p.ends) k
     )
     select nullif(s.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as "schoolId", s.code, s.name as school, coalesce(p.pupils, 0)::int as pupils, coalesce(c.allotted, 0)::int as allotted,
            coalesce(c.allotted_fen, 0)::float8 as "allottedFen", round(coalesce(c.allotted, 0)::numeric / nullif(p.pupils, 0), 1)::float8 as "allottedPerPupil",
            round(100.0 * coalesce(c.allotted, 0) / nullif((select allotted from county), 0), 1)::float8 as "sharePercent", coalesce(c.given, 0)::int as given,
            coalesce(c.given_fen, 0)::float8 as "givenFen"
     from school s left join people p using (school_id) left join came c using (school_id)
     where s.since <= $4::date or c.allotted <> 0 or c.given <> 0
     order by s.code, s.school_id
