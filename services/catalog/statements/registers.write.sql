-- registers.write, written by `npm run emit`
-- takes uuid[], integer[], integer[], date, text, text, text, uuid, jsonb, text, uuid, date, text, text
-- gives nothing
with taken as (
     select * from unnest($1::uuid[], $2::int[], $3::int[]) as t (school_id, period, first)
   ), known as (
     select b.school_id, b.number from register_batch b join taken t on t.school_id = b.school_id and t.period = b.period
     where b.day = $4::date and b.side = $5 and b.source = $6
       and b.document_number is not distinct from $7 and b.import_id is not distinct from $8::uuid
       and b.delivery_id is not distinct from $11::uuid and b.bought_on is not distinct from $12::date
       and b.bought_reason is not distinct from $13
   ), made as (
     insert into register_batch
       (school_id, number, period, day, side, source, document_number, import_id, delivery_id, bought_on, bought_reason)
     select t.school_id, r.next_batch, t.period, $4::date, $5, $6, $7, $8::uuid, $11::uuid, $12::date, $13
     from taken t join register r on r.school_id = t.school_id
     where not exists (select from known k where k.school_id = t.school_id)
     returning school_id, number
   ), counted as (
     update register r set next_batch = r.next_batch + 1 from made m where r.school_id = m.school_id
   ), batch as (
     select school_id, number from known union all select school_id, number from made
   ), moved as (
     select m.*, case when m.clc ~ '^[A-KN-VXZ]' then left(m.clc, 1) else '-' end as main_class
     from jsonb_to_recordset($9::jsonb) as m
       (school_id uuid, at int, kind text, copy_id uuid, title_id uuid, volumes int, fen int, clc text, corrects int, note text)
   ), standing as (
     select distinct c.school_id, c.title_id, case when c.clc ~ '^[A-KN-VXZ]' then left(c.clc, 1) else '-' end as main_class
     from (select distinct school_id, title_id from moved) m
     join copy c on c.title_id = m.title_id and c.school_id = m.school_id and c.stock_state <> 'withdrawn'
     where not exists (select from moved mine where mine.copy_id = c.id)
   )
   insert into register_line (school_id, number, batch, period, day, kind, copy_id, title_id, volumes, titles, fen, clc,
                              corrects, note, by_whom, approved_by)
   select m.school_id, t.first + m.at, batch.number, t.period, $4::date, m.kind, m.copy_id, m.title_id, m.volumes,
          case when s.title_id is null and row_number() over (
            partition by m.school_id, m.title_id, m.main_class, m.volumes order by m.at) = 1
          then m.volumes else 0 end,
          m.fen, m.clc, m.corrects, m.note, $10, $14
   from moved m
   join taken t on t.school_id = m.school_id
   join batch on batch.school_id = m.school_id
   left join standing s on s.school_id = m.school_id and s.title_id = m.title_id and s.main_class = m.main_class
