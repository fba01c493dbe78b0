-- report.class-reading-table, written by `npm run emit`
-- takes uuid, date, date, date, uuid
-- gives uuid, text, uuid, text, integer, integer, integer, integer, integer, integer, integer, integer, integer, double precision, double precision
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
       group by class_id), held as (
       select s.* from known_session s
       where s.school_id = any(array(select school_id from known_school where $1::uuid is null or school_id = $1))
         and s.status = 'booked' and s.on_day between $2::date and least($3::date, $4::date)),
     lesson as (select class_id, count(*)::int as lessons from held where kind = 'reading-lesson' group by 1)
     select c.school_id as "schoolId", s.name as school, c.class_id as "classId", c.section, c.entry_year as "entryYear",
            c.class_no as "classNo", coalesce(m.pupils, 0) as pupils, coalesce(h.lessons, 0) as lessons,
            coalesce(v.visits, 0) as readings, coalesce(l.loans, 0) as loans, coalesce(l.collective, 0) as collective,
            coalesce(l.corner, 0) as corner, coalesce(l.returns, 0) as returns,
            round(coalesce(v.visits, 0)::numeric / nullif(m.pupils, 0), 1)::float8 as "readingsPerPupil", round(coalesce(l.loans, 0)::numeric / nullif(m.pupils, 0), 1)::float8 as "loansPerPupil"
     from class c join school s using (school_id) left join members m using (class_id) left join lent l using (class_id)
       left join visited v using (class_id) left join lesson h using (class_id)
     where ($5::uuid is null or c.class_id = $5)
       and (m.pupils > 0 or l.loans > 0 or l.collective > 0 or l.corner > 0 or l.returns > 0 or v.visits > 0)
     order by s.code, c.section, c.entry_year desc, c.class_no, c.class_id
