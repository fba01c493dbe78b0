-- report.stock-losses, written by `npm run emit`
-- takes uuid, date, date, date
-- gives uuid, text, text, integer, integer, integer, integer, integer, integer, integer, integer, integer, integer, integer, integer, integer, integer, double precision, double precision, double precision
with school as (
       select s.school_id, coalesce(f.since, s.since) as since, coalesce(f.code, s.code) as code,
              coalesce(f.name, s.name) as name, coalesce(f.kind, s.kind) as kind
       from known_school s
         left join lateral (select since, code, name, kind from former_school f
                            where f.school_id = s.school_id and f.until > $4::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1
       union all
       select '00000000-0000-0000-0000-000000000000'::uuid, date '0001-01-01', '*', '*', '*' where $1::uuid is null
     ), moved as (
       select coalesce(k.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as school_id, sum(k."struck") as "struck", sum(k."lostStruck") as "lostStruck", sum(k."lostAndPaid") as "lostAndPaid", sum(k."damaged") as "damaged", sum(k."weeded") as "weeded", sum(k."transferred") as "transferred", sum(k."lost") as "lost", sum(k."found") as "found", sum(k."owed") as "owed", sum(k."paid") as "paid", sum(k."replaced") as "replaced", sum(k."waived") as "waived", sum(k."repairsBegun") as "repairsBegun", sum(k."repairsEnded") as "repairsEnded", sum(k."struckFen") as "struckFen", sum(k."owedFen") as "owedFen", sum(k."paidFen") as "paidFen"
       from day_pieces($2, $3) p cross join lateral (
         select school_id, sum(case when movement like 'out:%' then copies else 0 end) as "struck", sum(case when movement = 'out:lost' then copies else 0 end) as "lostStruck", sum(case when movement = 'out:lost-and-paid' then copies else 0 end) as "lostAndPaid", sum(case when movement = 'out:damaged' then copies else 0 end) as "damaged", sum(case when movement = 'out:surplus' or movement = 'out:outdated' then copies else 0 end) as "weeded", sum(case when movement = 'out:transferred' then copies else 0 end) as "transferred", sum(case when movement = 'lost' then copies else 0 end) as "lost", sum(case when movement = 'found' then copies else 0 end) as "found", sum(case when movement = 'owed' then copies else 0 end) as "owed", sum(case when movement = 'paid' then copies else 0 end) as "paid", sum(case when movement = 'replaced' then copies else 0 end) as "replaced", sum(case when movement = 'waived' then copies else 0 end) as "waived", sum(case when movement = 'repair:begun' then copies else 0 end) as "repairsBegun", sum(case when movement = 'repair:ended' then copies else 0 end) as "repairsEnded", sum(case when movement like 'out:%' then value_fen else 0 end) as "struckFen", sum(case when movement = 'owed' then value_fen else 0 end) as "owedFen", sum(case when movement = 'paid' then value_fen else 0 end) as "paidFen" from movement_sum
         where school_id = any(array(select school_id from school)) and movement not like 'in:%' and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by grouping sets ((k.school_id), ())
     )
     select nullif(s.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as "schoolId", s.code, s.name as school, coalesce(m."struck", 0)::int as "struck", coalesce(m."lostStruck", 0)::int as "lostStruck", coalesce(m."lostAndPaid", 0)::int as "lostAndPaid", coalesce(m."damaged", 0)::int as "damaged", coalesce(m."weeded", 0)::int as "weeded", coalesce(m."transferred", 0)::int as "transferred", coalesce(m."lost", 0)::int as "lost", coalesce(m."found", 0)::int as "found", coalesce(m."owed", 0)::int as "owed", coalesce(m."paid", 0)::int as "paid", coalesce(m."replaced", 0)::int as "replaced", coalesce(m."waived", 0)::int as "waived", coalesce(m."repairsBegun", 0)::int as "repairsBegun", coalesce(m."repairsEnded", 0)::int as "repairsEnded", coalesce(m."struckFen", 0)::float8 as "struckFen", coalesce(m."owedFen", 0)::float8 as "owedFen", coalesce(m."paidFen", 0)::float8 as "paidFen"
     from school s left join moved m using (school_id)
     where s.since <= $4::date or m.struck <> 0 or m.lost <> 0 or m.owed <> 0
     order by s.code, s.school_id
