-- workReports.ledgers, written by `npm run emit`
-- takes uuid, date
-- gives text, integer, integer, double precision
with line as (select * from register_line where school_id = $1 and day <= $2::date),
   part as (
     select 1 as place, 'individual-in' as line, null::bigint as titles, sum(volumes) as volumes, sum(fen) as fen
     from line where kind not in ('withdrawal', 'reclassified-out', 'reclassified-in')
     union all
     select 2, 'individual-out', null, -sum(volumes), -sum(fen) from line where kind = 'withdrawal'
     union all
     select 3, 'individual-balance', null, sum(volumes), sum(fen)
     from line where kind not in ('reclassified-out', 'reclassified-in')
     union all
     select 4, 'summary-balance', sum(titles), sum(volumes), sum(fen)
     from (select batch, sum(titles) as titles, sum(volumes) as volumes, sum(fen) as fen from line group by batch) batches
     union all
     select 5, 'class-' || main_class, sum(titles), sum(volumes), sum(fen) from line group by main_class
     union all
     select 6, 'classified-balance', sum(titles), sum(volumes), sum(fen)
     from (select main_class, sum(titles) as titles, sum(volumes) as volumes, sum(fen) as fen from line group by main_class) classes
   )
   select line, titles::int, coalesce(volumes, 0)::int as volumes, coalesce(fen, 0)::float8 as fen
   from part order by place, line
