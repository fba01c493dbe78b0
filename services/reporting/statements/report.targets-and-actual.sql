-- report.targets-and-actual, written by `npm run emit`
-- takes uuid, date, date, date
-- gives uuid, text, integer, integer, integer, double precision, text, integer, double precision, text, integer, integer, text
with school as (
       select s.school_id, coalesce(f.code, s.code) as code, coalesce(f.name, s.name) as name
       from known_school s
         left join lateral (select code, name from former_school f
                            where f.school_id = s.school_id and f.until > $4::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1), class as (
       select c.class_id, c.school_id, coalesce(f.section, c.section) as section,
              coalesce(f.entry_year, c.entry_year) as entry_year, coalesce(f.class_no, c.class_no) as class_no
       from known_class c
         left join lateral (select section, entry_year, class_no from former_class f
                            where f.class_id = c.class_id and f.until > $4::date order by f.since limit 1) f on true
       where $1::uuid is null or c.school_id = $1), members as (
       select r.class_id, count(*)::int as pupils
       from reader_stay r join known_class c using (class_id)
       where r.since <= $4::date and (r.until is null or r.until > $4::date) and r.kind = 'student'
         and ($1::uuid is null or r.school_id = $1) and graduation_of(c.section, c.entry_year) > $4::date
       group by 1), lent as (
       select l.class_id, sum(l.loans - l.collective - l.corner)::int as loans, sum(l.collective)::int as collective,
              sum(l.corner)::int as corner, sum(l.returns)::int as returns
       from day_pieces($2, $3) p cross join lateral (
         select class_id, sum(loans) as loans, sum(collective) as collective, sum(corner) as corner, sum(returns) as returns
         from class_sum where class_id = any(array(select class_id from class)) and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) l
       group by 1), visited as (
       select class_id, sum(v.visits)::int as visits, sum(v.in_lessons)::int as in_lessons
       from day_pieces($2, $3) p cross join lateral (
         select class_id, sum(visits) as visits, sum(in_lessons) as in_lessons
         from visit_sum where school_id = any(array(select school_id from known_school where $1::uuid is null or school_id = $1))
           and grain = p.grain and starts_on between p.starts and p.ends 
         group by class_id) v
       group by class_id),
     target as (
       select school_id, what, t.of, t.grade, coalesce(t.loans, t."perWeek") as amount
       from (select distinct on (school_id, what) * from known_target
             where since <= $4::date and ($1::uuid is null or school_id = $1) order by school_id, what, since desc) k
         cross join lateral jsonb_to_recordset(k.targets) as t(of text, grade int, loans int, "perWeek" int)), corner as (
       select class_id, sum(target)::int as target
       from (select distinct on (corner_id) * from known_corner
             where since <= $4::date and ($1::uuid is null or school_id = $1) order by corner_id, since desc) k
       where class_id is not null and not closed group by 1), week as (select greatest(1, (least($3::date, $4::date) - $2::date + 1) / 7.0) as weeks),
     grade as (
       select c.school_id, grade_on(c.section, c.entry_year, $4::date) as grade, sum(m.pupils)::int as pupils,
              coalesce(sum(l.loans), 0)::int as loans, coalesce(sum(v.visits), 0)::int as visits,
              coalesce(sum(l.corner), 0)::int as corner, sum(k.target)::int as corner_target
       from class c left join members m using (class_id) left join lent l using (class_id) left join visited v using (class_id)
         left join corner k using (class_id)
       where m.pupils > 0 and grade_on(c.section, c.entry_year, $4::date) is not null group by 1, 2),
     aimed as (
       select g.*, (select t.amount from target t
      where t.school_id = g.school_id and t.what = 'loans' and t.of = 'pupil' and (t.grade = g.grade or t.grade is null)
      order by t.grade nulls last limit 1) as loans_target,
              coalesce((select t.amount from target t
      where t.school_id = g.school_id and t.what = 'visits' and true and (t.grade = g.grade or t.grade is null)
      order by t.grade nulls last limit 1), 1) as visits_target, round(g.loans::numeric / g.pupils, 1) as per_pupil,
              round(g.visits / (g.pupils * w.weeks), 1) as per_week
       from grade g cross join week w)
     select a.school_id as "schoolId", s.name as school, a.grade, a.pupils, a.loans_target as "loansTarget",
            round(coalesce(a.loans, 0)::numeric / nullif(a.pupils, 0), 1)::float8 as "loansPerPupil",
            case when a.loans_target * a.pupils is not null and a.loans is not null then case when a.loans >= a.loans_target * a.pupils then 'yes' else 'no' end end as "loansMet", a.visits_target as "visitsTarget",
            a.per_week::float8 as "visitsPerWeek", case when a.visits_target * a.pupils * w.weeks is not null and a.visits is not null then case when a.visits >= a.visits_target * a.pupils * w.weeks then 'yes' else 'no' end end as "visitsMet",
            a.corner_target as "cornerTarget", a.corner, case when a.corner_target is not null and a.corner is not null then case when a.corner >= a.corner_target then 'yes' else 'no' end end as "cornersMet"
     from aimed a join school s using (school_id) cross join week w
     order by s.code, a.grade
