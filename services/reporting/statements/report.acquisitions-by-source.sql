-- report.acquisitions-by-source, written by `npm run emit`
-- takes uuid, date, date, date
-- gives uuid, text, text, text, integer, double precision, double precision, double precision
with school as (
       select s.school_id, coalesce(f.since, s.since) as since, coalesce(f.code, s.code) as code,
              coalesce(f.name, s.name) as name, coalesce(f.kind, s.kind) as kind
       from known_school s
         left join lateral (select since, code, name, kind from former_school f
                            where f.school_id = s.school_id and f.until > $4::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1
       union all
       select '00000000-0000-0000-0000-000000000000'::uuid, date '0001-01-01', '*', '*', '*' where $1::uuid is null
     ), came as (
       select coalesce(k.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as school_id, substr(k.movement, 4) as source, sum(k.copies)::int as copies,
              sum(k.value_fen) as value_fen
       from day_pieces($2, $3) p cross join lateral (
         select school_id, movement, sum(copies) as copies, sum(value_fen) as value_fen from movement_sum
         where school_id = any(array(select school_id from school)) and movement like 'in:%' and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1, 2) k
       group by grouping sets ((k.school_id, k.movement), (k.movement))
     )
     select nullif(s.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as "schoolId", s.code, s.name as school, c.source, c.copies, c.value_fen::float8 as "valueFen",
            round(c.value_fen / nullif(c.copies, 0))::float8 as "averageFen",
            round(100.0 * coalesce(c.copies, 0) / nullif(sum(c.copies) over (partition by s.school_id), 0), 1)::float8 as "sharePercent"
     from school s join came c using (school_id) where c.copies > 0
     order by s.code, s.school_id, c.copies desc, c.source
