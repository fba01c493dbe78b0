-- stocktakes.scan, written by `npm run emit`
-- takes uuid, uuid, text[], timestamp with time zone, text
-- gives integer
with written as (
     insert into stocktake_scan as z (stocktake_id, barcode, copy_id, scanned_at, scanned_by)
     select $1::uuid, g.barcode, c.id, $4::timestamptz, $5::text
     from unnest($3::text[]) as g(barcode) left join copy c on c.school_id = $2 and c.barcode = g.barcode
     on conflict (stocktake_id, barcode) do update set copy_id = excluded.copy_id
       where z.copy_id is null and excluded.copy_id is not null
     returning copy_id, xmax = 0 as is_new
   ), counted as (
    select count(*) filter (where w.is_new)::int as scans,
           count(*) filter (where (((s.location is null or c.location = s.location)
  and (s.location_id is null or exists (
    select from location p where p.id = c.location_id and s.location_id = any(p.ancestors)))
  and (s.kind is null or c.kind = s.kind)
  and c.accession_number >= s.first_number and c.accession_number <= coalesce(s.last_number, 2147483647)
  and (s.clc_from is null or c.clc collate "C" >= s.clc_from)
  and (s.clc_to is null or c.clc collate "C" <= s.clc_to or starts_with(c.clc, s.clc_to))) and c.accession_number <= s.through_number) and c.stock_state <> 'withdrawn')::int as sights
    from stocktake s cross join written w left join copy c on c.id = w.copy_id where s.id = $1
  )
  update stocktake set scanned = scanned + counted.scans, seen = greatest(0, seen + counted.sights), last_scan_at = $4::timestamptz
   from counted where id = $1 returning counted.scans
