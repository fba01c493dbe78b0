-- report.new-copies-per-pupil, written by `npm run emit`
-- takes uuid, date
-- gives uuid, text, text, text, integer, integer, integer, double precision, double precision, text, integer
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
     ), came as (
       select coalesce(k.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as school_id, sum(k.copies) as copies, sum(k.bought) as bought
       from day_pieces((($2::date - interval '1 year')::date + 1), $2) p cross join lateral (
         select school_id, sum(case when movement = 'in:purchase' or movement = 'in:pupil-purchase' or movement = 'in:donation' or movement = 'in:allocation' or movement = 'in:school-publication' or movement = 'in:other' then copies else 0 end) as copies, sum(case when movement = 'in:purchase' or movement = 'in:pupil-purchase' then copies else 0 end) as bought from movement_sum
         where school_id = any(array(select school_id from school)) and true and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by grouping sets ((k.school_id), ())
     ), counted as (
       select s.*, coalesce(p.pupils, 0)::int as pupils, coalesce(c.copies, 0)::int as copies, coalesce(c.bought, 0)::int as bought, n.asked
       from school s left join people p using (school_id) left join came c using (school_id)
         left join lateral standard_for('new-copies-per-pupil', s.kind) n on true
     )
     select nullif(s.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as "schoolId", s.code, s.name as school, (($2::date - interval '1 year')::date + 1)::text as "countedFrom", s.pupils, s.copies as "newCopies", s.bought,
            round(s.copies::numeric / nullif(s.pupils, 0), 2)::float8 as "perPupil", s.asked::float8 as "leastPerPupil",
            case when s.pupils = 0 or s.asked is null then null when s.copies >= s.asked * s.pupils then 'yes' else 'no' end as met,
            case when s.asked is not null then greatest(ceil(s.asked * s.pupils) - s.copies, 0)::int end as wanting
     from counted s
     where s.since <= $2::date or s.pupils <> 0 or s.copies <> 0
     order by s.code, s.school_id
