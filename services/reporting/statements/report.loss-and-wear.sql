-- report.loss-and-wear, written by `npm run emit`
-- takes uuid, date, date, date
-- gives uuid, text, text, integer, integer, integer, double precision, integer, double precision, integer, double precision
with school as (
       select s.school_id, coalesce(f.since, s.since) as since, coalesce(f.code, s.code) as code,
              coalesce(f.name, s.name) as name, coalesce(f.kind, s.kind) as kind
       from known_school s
         left join lateral (select since, code, name, kind from former_school f
                            where f.school_id = s.school_id and f.until > $4::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1
       union all
       select '00000000-0000-0000-0000-000000000000'::uuid, date '0001-01-01', '*', '*', '*' where $1::uuid is null
     ), held as (
       select k.school_id, sum(k.copies) as copies
       from day_pieces(date '0001-01-01', ($2::date - 1)) p cross join lateral (
         select school_id, sum(copies) as copies from stock_sum
         where school_id = any(array(select school_id from school)) and main_class = '*' and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by 1
     ), moved as (
       select coalesce(k.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as school_id, sum(k.came) as came, sum(k.lost) as lost, sum(k.found) as found, sum(k.damaged) as damaged, sum(k.repairs) as repairs
       from day_pieces($2, $3) p cross join lateral (
         select school_id, sum(case when movement like 'in:%' then copies else 0 end) as came, sum(case when movement = 'lost' then copies else 0 end) as lost, sum(case when movement = 'found' then copies else 0 end) as found, sum(case when movement = 'out:damaged' then copies else 0 end) as damaged, sum(case when movement = 'repair:begun' then copies else 0 end) as repairs from movement_sum
         where school_id = any(array(select school_id from school)) and true and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by grouping sets ((k.school_id), ())
     ), counted as (
       select s.*, coalesce(h.copies, 0)::int as before, coalesce(m.came, 0)::int as came, coalesce(m.lost, 0)::int - coalesce(m.found, 0)::int as lost,
              coalesce(m.damaged, 0)::int as damaged, coalesce(m.repairs, 0)::int as repairs, coalesce(h.copies, 0)::int + coalesce(m.came, 0)::int as there
       from school s left join held h using (school_id) left join moved m using (school_id)
     )
     select nullif(s.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as "schoolId", s.code, s.name as school, s.before, s.came, s.lost, round(100.0 * s.lost / nullif(s.there, 0), 2)::float8 as "lossPercent", s.damaged,
            round(100.0 * s.damaged / nullif(s.there, 0), 2)::float8 as "wearPercent", s.repairs, round(100.0 * s.repairs / nullif(s.there, 0), 2)::float8 as "repairPercent"
     from counted s
     where s.since <= $4::date or s.there <> 0
     order by s.code, s.school_id
