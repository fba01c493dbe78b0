-- report.year-consolidated, written by `npm run emit`
-- takes uuid, date
-- gives uuid, text, text, text, integer, integer, integer, integer, double precision, double precision, integer, double precision, integer, double precision, integer, integer, double precision, integer, integer, integer, double precision
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
       select k.school_id, sum(k.copies) as copies, sum(k.titles) as titles, sum(k.value_fen) as value_fen
       from day_pieces(date '0001-01-01', $2) p cross join lateral (
         select school_id, sum(copies) as copies, sum(titles) as titles, sum(value_fen) as value_fen from stock_sum
         where school_id = any(array(select school_id from school)) and main_class = '*' and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by 1
     ), moved as (
       select coalesce(k.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as school_id, sum(k.came) as came, sum(k.came_fen) as came_fen, sum(k.struck) as struck, sum(k.struck_fen) as struck_fen, sum(k.lost) as lost, sum(k.mended) as mended, sum(k.paid_fen) as paid_fen
       from day_pieces((($2::date - interval '1 year')::date + 1), $2) p cross join lateral (
         select school_id, sum(case when movement = 'in:purchase' or movement = 'in:pupil-purchase' or movement = 'in:donation' or movement = 'in:allocation' or movement = 'in:school-publication' or movement = 'in:other' then copies else 0 end) as came, sum(case when movement = 'in:purchase' or movement = 'in:pupil-purchase' or movement = 'in:donation' or movement = 'in:allocation' or movement = 'in:school-publication' or movement = 'in:other' then value_fen else 0 end) as came_fen, sum(case when movement like 'out:%' then copies else 0 end) as struck, sum(case when movement like 'out:%' then value_fen else 0 end) as struck_fen, sum(case when movement = 'lost' then copies else 0 end) as lost, sum(case when movement = 'repair:ended' then copies else 0 end) as mended, sum(case when movement = 'paid' then value_fen else 0 end) as paid_fen from movement_sum
         where school_id = any(array(select school_id from school)) and true and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by grouping sets ((k.school_id), ())
     ), lent as (
       select coalesce(k.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as school_id, sum(k.loans) as loans, sum(k.returns) as returns, sum(k.in_room) as in_room
       from day_pieces((($2::date - interval '1 year')::date + 1), $2) p cross join lateral (
         select school_id, sum(loans) as loans, sum(returns) as returns, sum(in_room) as in_room from lending_sum
         where school_id = any(array(select school_id from school)) and true and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by grouping sets ((k.school_id), ())
     )
     select nullif(s.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as "schoolId", s.code, s.name as school, (($2::date - interval '1 year')::date + 1)::text as "countedFrom", coalesce(p.readers, 0)::int as readers, coalesce(p.pupils, 0)::int as pupils,
            coalesce(h.titles, 0)::int as titles, coalesce(h.copies, 0)::int as copies, coalesce(h.value_fen, 0)::float8 as "valueFen",
            round(coalesce(h.copies, 0)::numeric / nullif(p.pupils, 0), 1)::float8 as "copiesPerPupil", coalesce(m.came, 0)::int as "newCopies", coalesce(m.came_fen, 0)::float8 as "newFen",
            coalesce(m.struck, 0)::int as struck, coalesce(m.struck_fen, 0)::float8 as "struckFen", coalesce(m.lost, 0)::int as lost, coalesce(m.mended, 0)::int as mended,
            coalesce(m.paid_fen, 0)::float8 as "paidFen", coalesce(l.loans, 0)::int as loans, coalesce(l.returns, 0)::int as returns,
            coalesce(l.in_room, 0)::int as "inRoom", round(coalesce(l.loans, 0)::numeric / nullif(p.readers, 0), 1)::float8 as "loansPerReader"
     from school s left join people p using (school_id) left join held h using (school_id) left join moved m using (school_id)
       left join lent l using (school_id)
     where s.since <= $2::date or h.copies <> 0 or p.readers <> 0 or l.loans <> 0
     order by s.code, s.school_id
