-- report.visits-by-grade, written by `npm run emit`
-- takes uuid, date, date, date
-- gives uuid, text, integer, integer, integer, double precision, integer, integer, double precision
with school as (
       select s.school_id, coalesce(f.code, s.code) as code, coalesce(f.name, s.name) as name
       from known_school s
         left join lateral (select code, name from former_school f
                            where f.school_id = s.school_id and f.until > $4::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1), members as (
       select r.class_id, count(*)::int as pupils
       from reader_stay r join known_class c using (class_id)
       where r.since <= $4::date and (r.until is null or r.until > $4::date) and r.kind = 'student'
         and ($1::uuid is null or r.school_id = $1) and graduation_of(c.section, c.entry_year) > $4::date
       group by 1), members_before as (
       select r.class_id, count(*)::int as pupils
       from reader_stay r join known_class c using (class_id)
       where r.since <= ($4::date - interval '1 year')::date and (r.until is null or r.until > ($4::date - interval '1 year')::date) and r.kind = 'student'
         and ($1::uuid is null or r.school_id = $1) and graduation_of(c.section, c.entry_year) > ($4::date - interval '1 year')::date
       group by 1),
       visited as (
       select class_id, sum(v.visits)::int as visits, sum(v.in_lessons)::int as in_lessons
       from day_pieces($2, $3) p cross join lateral (
         select class_id, sum(visits) as visits, sum(in_lessons) as in_lessons
         from visit_sum where school_id = any(array(select school_id from known_school where $1::uuid is null or school_id = $1))
           and grain = p.grain and starts_on between p.starts and p.ends 
         group by class_id) v
       group by class_id), visited_before as (
       select class_id, sum(v.visits)::int as visits, sum(v.in_lessons)::int as in_lessons
       from day_pieces(($2::date - interval '1 year')::date, (least($3::date, $4)::date - interval '1 year')::date) p cross join lateral (
         select class_id, sum(visits) as visits, sum(in_lessons) as in_lessons
         from visit_sum where school_id = any(array(select school_id from known_school where $1::uuid is null or school_id = $1))
           and grain = p.grain and starts_on between p.starts and p.ends 
         group by class_id) v
       group by class_id),
       now as (
       select c.school_id, grade_on(c.section, c.entry_year, $4::date) as grade, sum(m.pupils)::int as pupils,
              sum(v.visits)::int as visits
       from known_class c left join members m using (class_id) left join visited v using (class_id)
       where ($1::uuid is null or c.school_id = $1) and (m.pupils > 0 or v.visits > 0)
       group by 1, 2), earlier as (
       select c.school_id, grade_on(c.section, c.entry_year, ($4::date - interval '1 year')::date) as grade, sum(m.pupils)::int as pupils,
              sum(v.visits)::int as visits
       from known_class c left join members_before m using (class_id) left join visited_before v using (class_id)
       where ($1::uuid is null or c.school_id = $1) and (m.pupils > 0 or v.visits > 0)
       group by 1, 2)
     select school_id as "schoolId", s.name as school, grade, coalesce(n.pupils, 0) as pupils, coalesce(n.visits, 0) as visits,
            round(coalesce(n.visits, 0)::numeric / nullif(n.pupils, 0), 1)::float8 as "visitsPerPupil", coalesce(e.pupils, 0) as "pupilsBefore",
            coalesce(e.visits, 0) as "visitsBefore", round(coalesce(e.visits, 0)::numeric / nullif(e.pupils, 0), 1)::float8 as "visitsPerPupilBefore"
     from now n full join earlier e using (school_id, grade) join school s using (school_id)
     where grade is not null
     order by s.code, grade
