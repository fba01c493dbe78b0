-- report.yearly-trend, written by `npm run emit`
-- takes uuid, date
-- gives uuid, text, text, integer, text, integer, integer, integer, double precision, integer, integer, text
with school as (
       select s.school_id, coalesce(f.since, s.since) as since, coalesce(f.code, s.code) as code,
              coalesce(f.name, s.name) as name, coalesce(f.kind, s.kind) as kind
       from known_school s
         left join lateral (select since, code, name, kind from former_school f
                            where f.school_id = s.school_id and f.until > $2::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1
       union all
       select '00000000-0000-0000-0000-000000000000'::uuid, date '0001-01-01', '*', '*', '*' where $1::uuid is null
     ), change as (
       select k.school_id, extract(year from k.starts_on)::int as year, sum(k.copies) as copies, sum(k.titles) as titles,
              sum(k.pupils) as pupils
       from (
         select school_id as school_id, starts_on, t.copies, t.titles, 0 as pupils
         from day_pieces(date '0001-01-01', $2) p join stock_sum t on t.grain = p.grain and t.starts_on between p.starts and p.ends
         where t.school_id = any(array(select school_id from school)) and t.main_class = '*'
         union all 
         select school_id as school_id, starts_on, 0, 0, t.readers
         from day_pieces(date '0001-01-01', $2) p join reader_sum t on t.grain = p.grain and t.starts_on between p.starts and p.ends
         where t.school_id = any(array(select school_id from school)) and t.reader_kind = 'student'
         union all 
         select '00000000-0000-0000-0000-000000000000'::uuid as school_id, starts_on, 0, 0, t.readers
         from day_pieces(date '0001-01-01', $2) p join reader_sum t on t.grain = p.grain and t.starts_on between p.starts and p.ends
         where t.school_id = any(array(select school_id from school)) and t.reader_kind = 'student' and $1::uuid is null) k
       group by 1, 2
     ), year as (
       select f.school_id, y.year, (make_date(y.year, 12, 31)) as ends
       from (select school_id, min(year) as first from change where copies <> 0 group by 1) f
         cross join lateral generate_series(f.first, extract(year from $2::date)::int) y(year)
     ), counted as (
       select y.school_id, y.year, least(y.ends, $2::date) as on_day, sum(c.copies) as copies, sum(c.titles) as titles,
              sum(c.pupils) as pupils
       from year y join change c on c.school_id = y.school_id and c.year <= y.year
       group by 1, 2, 3
     ), told as (
       select c.school_id, c.year, 'counted' as how, c.copies, c.titles, c.pupils,
              case when c.school_id <> '00000000-0000-0000-0000-000000000000'::uuid then (
                select sum(newspapers + periodicals) from known_subscription r
                where r.school_id = c.school_id and r.year = c.year and r.approved_on <= $2::date) end as serials,
              (select count(*) from known_staff m
               where (m.school_id = c.school_id or c.school_id = '00000000-0000-0000-0000-000000000000'::uuid) and not m.removed and m.starts_on <= c.on_day
                 and (m.ends_on is null or m.ends_on >= c.on_day)) as staff,
              null as source
       from counted c where c.copies > 0
       union all
       select e.school_id, e.year, 'entered', e.copies, e.titles, e.pupils, e.serials, e.staff, e.source
       from entered_year e
       where e.school_id = any(array(select school_id from school)) and e.year <= extract(year from $2::date)
         and not exists (select from counted c where c.school_id = e.school_id and c.year = e.year and c.copies > 0)
     )
     select nullif(s.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as "schoolId", s.code, s.name as school, t.year, t.how, t.copies::int as copies, t.titles::int as titles, t.pupils::int as pupils,
            case when t.copies is not null then round(coalesce(t.copies, 0)::numeric / nullif(t.pupils, 0), 1)::float8 end as "copiesPerPupil",
            t.serials::int as serials, t.staff::int as staff, t.source
     from school s join told t using (school_id)
     order by s.code, s.school_id, t.year
