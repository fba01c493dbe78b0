-- registers.compare, written by `npm run emit`
-- takes uuid
-- gives text[]
with book as (
     select count(*) as lines, coalesce(max(number), 0) as last, coalesce(sum(volumes), 0) as volumes,
            coalesce(sum(titles), 0) as titles, coalesce(sum(fen), 0) as fen
     from register_line where school_id = $1
   ), stock as (
     select count(*) as volumes, coalesce(sum(price_fen), 0) as fen,
            count(distinct (title_id, case when clc ~ '^[A-KN-VXZ]' then left(clc, 1) else '-' end)) as titles
     from copy where school_id = $1 and stock_state <> 'withdrawn'
   ), kept as (
     select (select coalesce(sum(volumes), 0) from register_sum_now where school_id = $1) as lines,
            (select coalesce(sum(fen), 0) from register_sum_now where school_id = $1) as line_fen,
            (select coalesce(sum(copies), 0) from stock_sum_now where school_id = $1 and stock_state <> 'withdrawn') as copies,
            (select coalesce(sum(fen), 0) from stock_sum_now where school_id = $1 and stock_state <> 'withdrawn') as fen
   ), last_period as (
     select last_line, volumes, titles, fen from register_period where school_id = $1 order by number desc limit 1
   ), at_close as (
     select coalesce(sum(l.volumes), 0) as volumes, coalesce(sum(l.titles), 0) as titles, coalesce(sum(l.fen), 0) as fen
     from register_line l, last_period p where l.school_id = $1 and l.number <= p.last_line
   )
   select array_remove(array[
     case when book.volumes <> stock.volumes then 'volumes' end,
     case when book.titles <> stock.titles then 'titles' end,
     case when book.fen <> stock.fen then 'fen' end,
     case when book.lines <> book.last
            or book.last + 1 <> coalesce((select next_line from register where school_id = $1), 1) then 'numbers' end,
     case when exists (select from last_period p, at_close a
            where (p.volumes, p.titles, p.fen) is distinct from (a.volumes, a.titles, a.fen)) then 'closed-period' end,
     case when (kept.lines, kept.line_fen, kept.copies, kept.fen) <> (book.volumes, book.fen, stock.volumes, stock.fen)
       then 'kept-sums' end
   ], null) as differing
   from book, stock, kept
