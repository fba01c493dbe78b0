-- stocktakes.noteworthy, written by `npm run emit`
-- takes uuid, text[], text[]
-- gives text, text, uuid, text, text, integer, text, text, text, text, integer, text, boolean
select f.barcode, f.finding, f.copy_id as "copyId", f.stock_state as "stockState", f.lending,
  case when f.finding not in ('unknown', 'of-another-school') then c.accession_number end as "accessionNumber",
  c.call_number as "callNumber", t.title, c.volume, coalesce(w.path, c.location) as location, c.price_fen as "priceFen",
  case f.finding when 'of-another-school' then k.name end as "otherSchool",
  case f.finding when 'missing' then c.stock_state = 'missing' when 'found' then c.stock_state <> 'missing' end as resolved from (
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
  left join lateral (
    select n.copy_id from stocktake_scan n where n.stocktake_id = $1 and n.copy_id = c.id limit 1) z on z.copy_id = c.id
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
  where s.id = $1) f left join copy c on c.id = f.copy_id left join title t on t.id = c.title_id
  left join location w on w.id = c.location_id left join known_school k on k.school_id = c.school_id
   where f.barcode = any($2::text[]) and f.finding = any($3::text[]) order by f.at, f.barcode
