-- report.loans-per-reader-kind, written by `npm run emit`
-- takes uuid, date, date, date
-- gives text, integer, integer, integer, integer, integer, integer, integer, double precision
with school as (
       select school_id from known_school where $1::uuid is null or school_id = $1
     ), lent as (
       select l.reader_kind, sum(l.loans)::int as loans, sum(l.renewals)::int as renewals,
              sum(l.returns)::int as returns, sum(l.losses)::int as losses, sum(l.in_room)::int as in_room
       from day_pieces($2, $3) p cross join lateral (
         select reader_kind, sum(loans) as loans, sum(renewals) as renewals, sum(returns) as returns, sum(losses) as losses,
                sum(in_room) as in_room
         from lending_sum where school_id = any(array(select school_id from school)) and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) l
       group by 1
     ), people as (
       select r.reader_kind, sum(r.readers)::int as readers
       from day_pieces(date '0001-01-01', $4) p cross join lateral (
         select reader_kind, sum(readers) as readers from reader_sum
         where school_id = any(array(select school_id from school)) and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) r
       group by 1
     ), visited as (
       select reader_kind, sum(v.visits)::int as visits, sum(v.in_lessons)::int as in_lessons
       from day_pieces($2, $3) p cross join lateral (
         select reader_kind, sum(visits) as visits, sum(in_lessons) as in_lessons
         from visit_sum where school_id = any(array(select school_id from known_school where $1::uuid is null or school_id = $1))
           and grain = p.grain and starts_on between p.starts and p.ends 
         group by reader_kind) v
       group by reader_kind)
     select reader_kind as "readerKind", coalesce(p.readers, 0) as readers, coalesce(l.loans, 0) as loans,
            coalesce(l.renewals, 0) as renewals, coalesce(l.returns, 0) as returns, coalesce(l.losses, 0) as losses,
            coalesce(l.in_room, 0) as "inRoom", coalesce(v.visits, 0) as visits,
            round(coalesce(l.loans, 0)::numeric / nullif(p.readers, 0), 1)::float8 as "loansPerReader"
     from lent l full join people p using (reader_kind) full join visited v using (reader_kind)
     where p.readers > 0 or l.loans > 0 or l.renewals > 0 or l.returns > 0 or l.losses > 0 or l.in_room > 0 or v.visits > 0
     order by 1
