-- stocktakes.unscan, written by `npm run emit`
-- takes uuid, text[]
-- gives integer
with gone as (
     delete from stocktake_scan where stocktake_id = $1 and barcode = any($2::text[]) returning copy_id, true as is_new
   ), counted as (
    select count(*) filter (where w.is_new)::int as scans,
           count(*) filter (where (((s.location is null or c.location = s.location)
  and (s.location_id is null or exists (
    select from location p where p.id = c.location_id and s.location_id = any(p.ancestors)))
  and (s.kind is null or c.kind = s.kind)
  and c.accession_number >= s.first_number and c.accession_number <= coalesce(s.last_number, 2147483647)
  and (s.clc_from is null or c.clc collate "C" >= s.clc_from)
  and (s.clc_to is null or c.clc collate "C" <= s.clc_to or starts_with(c.clc, s.clc_to))) and c.accession_number <= s.through_number) and c.stock_state <> 'withdrawn')::int as sights
    from stocktake s cross join gone w left join copy c on c.id = w.copy_id where s.id = $1
  )
  update stocktake set scanned = scanned - counted.scans, seen = greatest(0, seen - counted.sights)
   from counted where id = $1 returning counted.scans
