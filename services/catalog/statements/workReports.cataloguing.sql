-- workReports.cataloguing, written by `npm run emit`
-- takes uuid, date, date
-- gives text, integer, integer, double precision
with part as (
     select 1 as place, 'entered' as line, count(distinct title_id) as titles, count(*) as volumes, sum(fen) as fen
     from register_line where school_id = $1 and kind = 'accession' and day between $3::date and $2::date
     union all
     select 2, 'withdrawn', count(distinct title_id), count(*), -sum(fen)
     from register_line where school_id = $1 and kind = 'withdrawal' and day between $3::date and $2::date
     union all
     select 3, 'reclassified', count(distinct title_id), count(*), null
     from register_line where school_id = $1 and kind = 'reclassified-in' and day between $3::date and $2::date
     union all
     select 4, 'stage-' || stage, null, count(*), null
     from processing_step where school_id = $1 and undone_at is null and done_on between $3::date and $2::date group by stage
     union all
     select 5, 'waiting', count(distinct title_id), count(*), null from copy where school_id = $1 and stock_state = 'processing'
     union all
     select 6, 'mended', null, count(*), null
     from repair where school_id = $1 and state = 'mended' and ended_on between $3::date and $2::date
   )
   select line, titles::int, volumes::int, case when place < 3 then coalesce(fen, 0) else fen end::float8 as fen
   from part order by place, line
