-- report.schools-compared, written by `npm run emit`
-- takes uuid, date, date, date
-- gives uuid, text, text, integer, integer, integer, integer, double precision, integer, double precision, integer, integer, integer, integer
with school as (
       select s.school_id, coalesce(f.since, s.since) as since, coalesce(f.code, s.code) as code,
              coalesce(f.name, s.name) as name
       from known_school s
         left join lateral (select since, code, name from former_school f
                            where f.school_id = s.school_id and f.until > $4::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1
     ), stock as (
       select k.school_id, sum(k.copies)::int as copies, sum(k.titles)::int as titles
       from day_pieces(date '0001-01-01', $4) p cross join lateral (
         select school_id, sum(copies) as copies, sum(titles) as titles from stock_sum
         where school_id = any(array(select school_id from school)) and main_class = '*' and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by 1
     ), people as (
       select r.school_id, sum(r.readers)::int as readers, sum(r.pupils)::int as pupils
       from day_pieces(date '0001-01-01', $4) p cross join lateral (
         select school_id, sum(readers) as readers, sum(readers) filter (where reader_kind = 'student') as pupils
         from reader_sum where school_id = any(array(select school_id from school)) and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) r
       group by 1
     ), lent as (
       select l.school_id, sum(l.loans)::int as loans
       from day_pieces($2, $3) p cross join lateral (
         select school_id, sum(loans) as loans from lending_sum
         where school_id = any(array(select school_id from school)) and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) l
       group by 1
     ), open_loans as (
       select l.school_id, sum(l.open)::int as open, sum(l.late)::int as overdue
       from day_pieces(date '0001-01-01', $4) p cross join lateral (
         select school_id, sum(loans - returns - losses) as open, sum(late) as late from lending_sum
         where school_id = any(array(select school_id from school)) and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) l
       group by 1
     )
     select s.school_id as "schoolId", s.code, s.name as school, coalesce(p.readers, 0) as readers,
            coalesce(p.pupils, 0) as pupils, coalesce(k.titles, 0) as titles, coalesce(k.copies, 0) as copies,
            round(coalesce(k.copies, 0)::numeric / nullif(p.pupils, 0), 1)::float8 as "copiesPerPupil", coalesce(l.loans, 0) as loans,
            round(coalesce(l.loans, 0)::numeric / nullif(p.readers, 0), 1)::float8 as "loansPerReader",
            case when $1::uuid is null and round(coalesce(l.loans, 0)::numeric / nullif(p.readers, 0), 1)::float8 is not null then (rank() over (order by round(coalesce(l.loans, 0)::numeric / nullif(p.readers, 0), 1)::float8 desc nulls last))::int end as "loansRank",
            case when $1::uuid is null and round(coalesce(k.copies, 0)::numeric / nullif(p.pupils, 0), 1)::float8 is not null then (rank() over (order by round(coalesce(k.copies, 0)::numeric / nullif(p.pupils, 0), 1)::float8 desc nulls last))::int end as "copiesRank", coalesce(o.open, 0) as "openLoans",
            coalesce(o.overdue, 0) as "overdueLoans"
     from school s left join stock k using (school_id) left join people p using (school_id)
       left join lent l using (school_id) left join open_loans o using (school_id)
     where s.since <= $4 or k.copies > 0 or p.readers > 0 or l.loans > 0 or o.open > 0
     order by s.code
