-- report.class-ranking, written by `npm run emit`
-- takes uuid, date, date, date, uuid
-- gives uuid, text, uuid, text, integer, integer, integer, integer, integer, integer, integer, integer, double precision
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
     ranked as (
       select c.*, s.code, s.name as school, m.pupils, coalesce(l.loans, 0) as loans, coalesce(l.collective, 0) as collective,
              coalesce(l.corner, 0) as corner, coalesce(v.visits, 0) as readings,
              round(coalesce(l.loans, 0)::numeric / nullif(m.pupils, 0), 1)::float8 as per_pupil,
              (rank() over (partition by c.school_id order by coalesce(l.loans, 0)::numeric / m.pupils desc))::int as rank
       from class c join school s using (school_id) join members m using (class_id) left join lent l using (class_id)
         left join visited v using (class_id))
     select school_id as "schoolId", school, class_id as "classId", section, entry_year as "entryYear", class_no as "classNo", rank,
            pupils, loans, collective, corner, readings, per_pupil as "loansPerPupil"
     from ranked where $5::uuid is null or class_id = $5
     order by code, rank, section, entry_year desc, class_no, class_id
