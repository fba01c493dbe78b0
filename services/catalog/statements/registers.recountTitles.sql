-- registers.recountTitles, written by `npm run emit`
-- takes uuid[], uuid, date, integer, text
-- gives nothing
with pair as (
     select distinct on (c.school_id, case when c.clc ~ '^[A-KN-VXZ]' then left(c.clc, 1) else '-' end)
       c.school_id, c.id as copy_id, c.title_id, c.clc, l.number as corrects
     from copy c join register_line l on l.copy_id = c.id and l.kind = 'accession'
     where c.id = any($1::uuid[]) and c.stock_state <> 'withdrawn' and exists (
       select from copy k
       where k.title_id = $2 and k.school_id = c.school_id and k.stock_state <> 'withdrawn'
         and case when k.clc ~ '^[A-KN-VXZ]' then left(k.clc, 1) else '-' end = case when c.clc ~ '^[A-KN-VXZ]' then left(c.clc, 1) else '-' end and k.id <> all($1::uuid[]))
     order by c.school_id, case when c.clc ~ '^[A-KN-VXZ]' then left(c.clc, 1) else '-' end, c.id
   ), counted as (
     select b.*, r.period, row_number() over (partition by b.school_id order by b.copy_id) - 1 as at
     from pair b join register r on r.school_id = b.school_id
   ), schools as (
     select school_id, min(period) as period, count(*)::int as lines from counted group by school_id
   ), known as (
     select s.school_id, n.number from schools s join register_batch n
       on n.school_id = s.school_id and n.period = s.period and n.day = $3::date and n.side = 'value'
      and n.source = 'correction' and n.document_number is null and n.import_id is null
   ), made as (
     insert into register_batch (school_id, number, period, day, side, source)
     select r.school_id, r.next_batch, s.period, $3::date, 'value', 'correction'
     from schools s join register r on r.school_id = s.school_id
     where not exists (select from known k where k.school_id = s.school_id)
     returning school_id, number
   ), batch as (
     select * from known union all select * from made
   ), taken as (
     update register r set next_line = r.next_line + s.lines,
       next_batch = r.next_batch + (select count(*)::int from made m where m.school_id = r.school_id)
     from schools s where r.school_id = s.school_id
     returning r.school_id, r.next_line - s.lines as first
   )
   insert into register_line (school_id, number, batch, period, day, kind, copy_id, title_id, volumes, titles, fen, clc,
                              corrects, by_whom)
   select c.school_id, t.first + c.at, b.number, c.period, $3::date, 'correction', c.copy_id, c.title_id, 0, $4::int, 0,
          c.clc, c.corrects, $5
   from counted c join taken t on t.school_id = c.school_id join batch b on b.school_id = c.school_id
