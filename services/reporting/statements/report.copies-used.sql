-- report.copies-used, written by `npm run emit`
-- takes uuid, date, date, date
-- gives uuid, text, text, text, integer, integer, integer, double precision, double precision, text
with school as (
       select s.school_id, coalesce(f.since, s.since) as since, coalesce(f.code, s.code) as code,
              coalesce(f.name, s.name) as name, coalesce(f.kind, s.kind) as kind
       from known_school s
         left join lateral (select since, code, name, kind from former_school f
                            where f.school_id = s.school_id and f.until > $4::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1
       union all
       select '00000000-0000-0000-0000-000000000000'::uuid, date '0001-01-01', '*', '*', '*' where $1::uuid is null
     ), month as (select date_trunc('month', $2::date)::date as first), lent as (
       select coalesce(k.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as school_id, sum(k.copies) as copies
       from day_pieces((select first from month), $3) p cross join lateral (
         select school_id, sum(loans) as copies from use_sum
         where school_id = any(array(select school_id from school)) and lent_before < (select first from month) and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by grouping sets ((k.school_id), ())
     ), lendable as (
       select k.school_id, sum(k.copies) as copies
       from day_pieces(date '0001-01-01', $4) p cross join lateral (
         select school_id, sum(copies) as copies from stock_sum
         where school_id = any(array(select school_id from school)) and main_class = 'lendable' and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by 1
     ), before as (
       select k.school_id, sum(k.copies) as copies
       from day_pieces(date '0001-01-01', ((select first from month) - 1)) p cross join lateral (
         select school_id, sum(copies) as copies from stock_sum
         where school_id = any(array(select school_id from school)) and main_class = '*' and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by 1
     ), after as (
       select k.school_id, sum(k.copies) as copies
       from day_pieces(date '0001-01-01', $4) p cross join lateral (
         select school_id, sum(copies) as copies from stock_sum
         where school_id = any(array(select school_id from school)) and main_class = '*' and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by 1
     ), came as (
       select coalesce(k.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as school_id, sum(k.copies) as copies
       from day_pieces((select first from month), $4) p cross join lateral (
         select school_id, sum(case when movement like 'in:%' then copies else 0 end) as copies from movement_sum
         where school_id = any(array(select school_id from school)) and true and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by grouping sets ((k.school_id), ())
     ), used as (
       select s.*, coalesce(l.copies, 0)::int as lent, coalesce(e.copies, 0)::int as lendable,
              greatest(coalesce(b.copies, 0)::int + coalesce(c.copies, 0)::int - coalesce(a.copies, 0)::int, 0) as gone
       from school s left join lent l using (school_id) left join lendable e using (school_id)
         left join before b using (school_id) left join after a using (school_id) left join came c using (school_id)
     )
     select nullif(s.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as "schoolId", s.code, s.name as school, (select first::text from month) as "countedFrom", s.lendable, s.gone as "left",
            s.lent as "lentOnce", round(100.0 * coalesce(s.lent, 0) / nullif(s.lendable + s.gone, 0), 1)::float8 as "utilisationPercent",
            n.asked::float8 as "leastPercent",
            case when s.lendable + s.gone = 0 or n.asked is null then null
                 when 100.0 * s.lent >= n.asked * (s.lendable + s.gone) then 'yes' else 'no' end as met
     from used s left join lateral standard_for('utilisation-percent', s.kind) n on true
     where s.since <= $4::date or s.lendable <> 0 or s.lent <> 0
     order by s.code, s.school_id
