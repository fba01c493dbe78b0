-- report.loans-per-class, written by `npm run emit`
-- takes uuid, date, date, date, integer[], bit[]
-- gives uuid, text, uuid, text, integer, integer, integer, integer, integer, integer, double precision, double precision
with class as (
     select c.class_id, c.school_id, coalesce(f.section, c.section) as section,
            coalesce(f.entry_year, c.entry_year) as entry_year, coalesce(f.class_no, c.class_no) as class_no
     from known_class c
       left join lateral (select section, entry_year, class_no from former_class f
                          where f.class_id = c.class_id and f.until > $4::date order by f.since limit 1) f on true
     where $1::uuid is null or c.school_id = $1
   ), lent as (
     select l.class_id, sum(l.loans)::int as loans, sum(l.returns)::int as returns
     from day_pieces($2, $3) p cross join lateral (
       select class_id, sum(loans) as loans, sum(returns) as returns from class_sum
       where class_id = any(array(select class_id from class)) and grain = p.grain
         and starts_on between p.starts and p.ends
       group by 1) l
     group by 1
   ), of_school as (
     select b.reader_id
     from unnest($5::int[], $6::bit(366)[]) y(school_year, bits) join borrower_year b using (school_year)
     where $1::uuid is not null and b.days & y.bits <> repeat('0', 366)::bit(366)
       and b.reader_id = any(array(select reader_id from reader_span where school_id = $1))
   ), stayed as (
     -- Of a county two years are asked at most, which may be parts of three school years. Each is joined as the table it is,
     -- so that the planner knows how many there are: joined as a list it would sort both sides.
     select r.class_id, r.kind, count(*)::int as readers,
            (count(*) filter (where y1.reader_id is not null or y2.reader_id is not null or y3.reader_id is not null
                                 or r.reader_id in (select reader_id from of_school)))::int as borrowers
     from reader_stay r
       left join borrower_year y1 on $1::uuid is null and y1.reader_id = r.reader_id
         and y1.school_year = ($5::int[])[1] and y1.days & ($6::bit(366)[])[1] <> repeat('0', 366)::bit(366)
       left join borrower_year y2 on $1::uuid is null and y2.reader_id = r.reader_id
         and y2.school_year = ($5::int[])[2] and y2.days & ($6::bit(366)[])[2] <> repeat('0', 366)::bit(366)
       left join borrower_year y3 on $1::uuid is null and y3.reader_id = r.reader_id
         and y3.school_year = ($5::int[])[3] and y3.days & ($6::bit(366)[])[3] <> repeat('0', 366)::bit(366)
     where r.since <= $4 and (r.until is null or r.until > $4) and r.class_id is not null
       and ($1::uuid is null or r.school_id = $1)
     group by 1, 2
   ), members as (
     -- A pupil is in a class until it has graduated, as in reader_span; asked once a class, not once a pupil.
     select s.class_id, sum(s.readers)::int as readers, sum(s.borrowers)::int as borrowers
     from stayed s left join known_class c using (class_id)
     where s.kind <> 'student' or c.class_id is null or graduation_of(c.section, c.entry_year) > $4
     group by 1
   )
   select c.school_id as "schoolId", s.name as school, c.class_id as "classId", c.section, c.entry_year as "entryYear",
          c.class_no as "classNo", coalesce(m.readers, 0) as readers, coalesce(l.loans, 0) as loans,
          coalesce(l.returns, 0) as returns, coalesce(m.borrowers, 0) as borrowers,
          round(100.0 * coalesce(m.borrowers, 0) / nullif(m.readers, 0), 1)::float8 as "borrowingRate", round(coalesce(l.loans, 0)::numeric / nullif(m.readers, 0), 1)::float8 as "loansPerReader"
   from class c left join lent l using (class_id) left join members m using (class_id)
     left join lateral (
       select coalesce(f.name, s.name) as name
       from known_school s left join lateral (select name from former_school f
         where f.school_id = s.school_id and f.until > $4::date order by f.since limit 1) f on true
       where s.school_id = c.school_id) s on true
   where l.loans > 0 or l.returns > 0 or m.readers > 0
   order by c.school_id, c.section, c.entry_year desc, c.class_no, c.class_id
