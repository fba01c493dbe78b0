-- stocktakes.keepFindings, written by `npm run emit`
-- takes uuid
-- gives nothing
insert into stocktake_finding (stocktake_id, barcode, copy_id, finding, stock_state, lending)
   select $1::uuid, f.barcode, f.copy_id, f.finding, f.stock_state, f.lending from (
  select c.accession_number as at, c.barcode, c.id as copy_id, case
  when z.copy_id is not null then case
    when c.stock_state = 'withdrawn' then 'withdrawn-but-seen'
    when c.lending in ('on-loan', 'in-transit', 'lost') then 'lent-but-seen'
    when c.stock_state = 'missing' or m.was = 'missing' then 'found'
    when coalesce(((s.location is null or c.location = s.location)
  and (s.location_id is null or exists (
    select from location p where p.id = c.location_id and s.location_id = any(p.ancestors)))
  and (s.kind is null or c.kind = s.kind)
  and c.accession_number >= s.first_number and c.accession_number <= coalesce(s.last_number, 2147483647)
  and (s.clc_from is null or c.clc collate "C" >= s.clc_from)
  and (s.clc_to is null or c.clc collate "C" <= s.clc_to or starts_with(c.clc, s.clc_to))), false) then 'seen'
    else 'misplaced' end
  when c.stock_state = 'missing' then case when m.was <> 'missing' then 'missing' else 'known-missing' end
  when c.lending in ('on-loan', 'in-transit') then 'lent'
  when c.lending = 'lost' then 'lost'
  when c.stock_state = 'repair' then 'in-repair'
  else 'missing' end as finding, c.stock_state,
         c.lending
  from stocktake s
  join copy c on c.school_id = (select school_id from stocktake where id = $1)
  left join (select distinct n.copy_id from stocktake_scan n where n.stocktake_id = $1 and n.copy_id is not null) z on z.copy_id = c.id
  left join stocktake_mark m on m.stocktake_id = $1 and m.copy_id = c.id
  where s.id = $1 and (((((s.location is null or c.location = s.location)
  and (s.location_id is null or exists (
    select from location p where p.id = c.location_id and s.location_id = any(p.ancestors)))
  and (s.kind is null or c.kind = s.kind)
  and c.accession_number >= s.first_number and c.accession_number <= coalesce(s.last_number, 2147483647)
  and (s.clc_from is null or c.clc collate "C" >= s.clc_from)
  and (s.clc_to is null or c.clc collate "C" <= s.clc_to or starts_with(c.clc, s.clc_to))) and c.accession_number <= s.through_number) and c.stock_state <> 'withdrawn') or z.copy_id is not null) union all 
  select 2147483647 as at, n.barcode, other.id as copy_id,
         case when other.id is null then 'unknown' else 'of-another-school' end as finding, other.stock_state,
         null::text as lending
  from stocktake s
  join stocktake_scan n on n.stocktake_id = s.id and n.copy_id is null
  left join lateral (
    select c.id, c.stock_state from copy c where c.barcode = n.barcode and c.school_id <> s.school_id order by c.id limit 1
  ) other on true
  where s.id = $1) f
   where f.finding <> 'seen' on conflict do nothing
