-- figures.of, written by `npm run emit`
-- takes uuid, date
-- gives integer, integer, integer, integer, integer, integer, integer, integer, integer, integer, integer
with school as (
     select s.school_id, (select t.starts_on from known_term t where t.school_id = s.school_id and t.starts_on <= $2::date
                          order by t.starts_on desc limit 1) as term_began
     from known_school s where $1::uuid is null or s.school_id = $1
   ), stock as (
     select coalesce(sum(k.copies), 0)::int as copies, coalesce(sum(k.titles), 0)::int as titles
     from day_pieces('0001-01-01', $2) p cross join lateral (
       select sum(copies) as copies, sum(titles) as titles from stock_sum
       where school_id = coalesce($1, '00000000-0000-0000-0000-000000000000'::uuid) and main_class = '*' and grain = p.grain
         and starts_on between p.starts and p.ends) k
   ), lending as (
     select coalesce(sum(l.open), 0)::int as open, coalesce(sum(l.late), 0)::int as overdue
     from day_pieces('0001-01-01', $2) p cross join lateral (
       select sum(loans - returns - losses) as open, sum(late) as late from lending_sum
       where school_id = any(array(select school_id from school)) and grain = p.grain
         and starts_on between p.starts and p.ends) l
   ), today as (
     select coalesce(sum(loans), 0)::int as loans, coalesce(sum(returns), 0)::int as returns,
            coalesce(sum(in_room), 0)::int as in_room
     from lending_sum
     where school_id = any(array(select school_id from school)) and grain = 'day' and starts_on = $2
   ), in_term as (
     select coalesce(sum(l.loans), 0)::int as loans, coalesce(sum(l.returns), 0)::int as returns,
            coalesce(sum(l.in_room), 0)::int as in_room
     from school s cross join lateral day_pieces(s.term_began, $2) p cross join lateral (
       select sum(loans) as loans, sum(returns) as returns, sum(in_room) as in_room from lending_sum
       where school_id = s.school_id and grain = p.grain and starts_on between p.starts and p.ends) l
     where s.term_began is not null
   ), active as (
     select coalesce(sum(r.readers), 0)::int as readers
     from day_pieces('0001-01-01', $2) p cross join lateral (
       select sum(readers) as readers from reader_sum
       where school_id = any(array(select school_id from school)) and grain = p.grain
         and starts_on between p.starts and p.ends) r
   )
   select stock.titles, stock.copies, active.readers, lending.open as "openLoans", lending.overdue as "overdueLoans",
          today.loans as "loansToday", today.returns as "returnsToday", in_term.loans as "loansThisTerm",
          in_term.returns as "returnsThisTerm", today.in_room as "inRoomToday", in_term.in_room as "inRoomThisTerm"
   from stock, lending, today, in_term, active
