/** What a stocktake counts, of the row `s` and a copy `c`, a place with all that is in it; the collation is that of the bytes, as class numbers are read. */
const BELONGS = `((s.location is null or c.location = s.location)
  and (s.location_id is null or exists (
    select from location p where p.id = c.location_id and s.location_id = any(p.ancestors)))
  and (s.kind is null or c.kind = s.kind)
  and c.accession_number >= s.first_number and c.accession_number <= coalesce(s.last_number, 2147483647)
  and (s.clc_from is null or c.clc collate "C" >= s.clc_from)
  and (s.clc_to is null or c.clc collate "C" <= s.clc_to or starts_with(c.clc, s.clc_to)))`;

/** A copy that was to be seen: it belongs there, and was there when the stocktake was opened. */
export const EXPECTED = `(${BELONGS} and c.accession_number <= s.through_number)`;

/** Out of the house, or held to be. */
const IS_AWAY = `c.lending in ('on-loan', 'in-transit', 'lost')`;

/**
 * The one place that says what a copy is to a stocktake (`rules/finding.ts`). `z` is its scan, `m` what the stocktake did to
 * it: a copy that it marked missing stays among the missing, and one that it restored among the found.
 */
const FINDING = `case
  when z.copy_id is not null then case
    when c.stock_state = 'withdrawn' then 'withdrawn-but-seen'
    when ${IS_AWAY} then 'lent-but-seen'
    when c.stock_state = 'missing' or m.was = 'missing' then 'found'
    when coalesce(${BELONGS}, false) then 'seen'
    else 'misplaced' end
  when c.stock_state = 'missing' then case when m.was <> 'missing' then 'missing' else 'known-missing' end
  when c.lending in ('on-loan', 'in-transit') then 'lent'
  when c.lending = 'lost' then 'lost'
  when c.stock_state = 'repair' then 'in-repair'
  else 'missing' end`;

/** All scans at once for who looks at all copies, or one by one for who asks for a few barcodes. */
const ALL_SCANS = `(select distinct n.copy_id from stocktake_scan n where n.stocktake_id = $1 and n.copy_id is not null)`;
const SCANS_OF_COPY = `lateral (
    select n.copy_id from stocktake_scan n where n.stocktake_id = $1 and n.copy_id = c.id limit 1)`;

/** The copies of the school with their findings; its id comes first, so that a page walks along their numbers. */
const copiesWith = (scans: string): string => `
  select c.accession_number as at, c.barcode, c.id as copy_id, ${FINDING} as finding, c.stock_state,
         c.lending
  from stocktake s
  join copy c on c.school_id = (select school_id from stocktake where id = $1)
  left join ${scans} z on z.copy_id = c.id
  left join stocktake_mark m on m.stocktake_id = $1 and m.copy_id = c.id
  where s.id = $1 and ((${EXPECTED} and c.stock_state <> 'withdrawn') or z.copy_id is not null)`;
/** Barcodes that are of no copy of the school; they come after all copies. */
const STRANGERS = `
  select ${String(2_147_483_647)} as at, n.barcode, other.id as copy_id,
         case when other.id is null then 'unknown' else 'of-another-school' end as finding, other.stock_state,
         null::text as lending
  from stocktake s
  join stocktake_scan n on n.stocktake_id = s.id and n.copy_id is null
  left join lateral (
    select c.id, c.stock_state from copy c where c.barcode = n.barcode and c.school_id <> s.school_id order by c.id limit 1
  ) other on true
  where s.id = $1`;

/** Copies and barcodes with what they are to the stocktake `$1`, as it is now; `at` and `barcode` order them. */
export const LIVE_FINDINGS = `${copiesWith(ALL_SCANS)} union all ${STRANGERS}`;
/** The same, for who asks for a few barcodes. */
export const FINDINGS_OF_FEW = `${copiesWith(SCANS_OF_COPY)} union all ${STRANGERS}`;
/** The same, for who turns pages: each part by itself, so that it is read no further than the page. */
export const FINDINGS_BY_PAGE = [copiesWith(SCANS_OF_COPY), STRANGERS] as const;

/** The same as they were signed: what was simply seen is left to the scans. */
export const SIGNED_FINDINGS = `
  select coalesce(c.accession_number, 2147483647) as at, f.barcode, f.copy_id, f.finding, f.stock_state, f.lending
  from stocktake_finding f left join copy c on c.id = f.copy_id and f.finding not in ('unknown', 'of-another-school')
  where f.stocktake_id = $1
  union all
  select c.accession_number, c.barcode, c.id, 'seen', c.stock_state, 'in'
  from (select distinct copy_id from stocktake_scan where stocktake_id = $1 and copy_id is not null) z
  join copy c on c.id = z.copy_id
  where not exists (select from stocktake_finding f where f.stocktake_id = $1 and f.copy_id = c.id)`;

/** A finding as a person reads it, of rows `f` from either source. */
export const SHOWN = `f.barcode, f.finding, f.copy_id as "copyId", f.stock_state as "stockState", f.lending,
  case when f.finding not in ('unknown', 'of-another-school') then c.accession_number end as "accessionNumber",
  c.call_number as "callNumber", t.title, c.volume, coalesce(w.path, c.location) as location, c.price_fen as "priceFen",
  case f.finding when 'of-another-school' then k.name end as "otherSchool",
  case f.finding when 'missing' then c.stock_state = 'missing' when 'found' then c.stock_state <> 'missing' end as resolved`;
export const SHOWN_FROM = `left join copy c on c.id = f.copy_id left join title t on t.id = c.title_id
  left join location w on w.id = c.location_id left join known_school k on k.school_id = c.school_id`;

/** Nothing has been done about it yet. */
export const UNRESOLVED = `((f.finding = 'missing' and f.stock_state <> 'missing')
  or (f.finding = 'found' and f.stock_state = 'missing'))`;

/** A stocktake as a person reads it, of the row `s` and its school `k`. */
export const STOCKTAKE_COLUMNS = `s.id, s.school_id as "schoolId", coalesce(k.name, '') as "schoolName", s.name, s.state,
  s.location, s.location_id as "locationId", w.path as "locationPath", s.kind, s.clc_from as "clcFrom", s.clc_to as "clcTo", s.first_number as "firstNumber",
  s.last_number as "lastNumber", s.begins_on::text as "beginsOn", s.ends_on::text as "endsOn",
  s.opened_on::text as "openedOn", s.opened_by as "openedBy", s.closed_on::text as "closedOn", s.closed_by as "closedBy",
  s.note, s.expected, s.seen, s.scanned,
  to_char(s.last_scan_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastScanAt"`;
export const FROM_STOCKTAKE =
  'from stocktake s left join known_school k on k.school_id = s.school_id left join location w on w.id = s.location_id';

/** Copies under each finding, as one object; those that were signed are kept. */
export const VIEWED = `select ${STOCKTAKE_COLUMNS}, coalesce(s.figures, (
    select jsonb_object_agg(finding, copies) from (
      select f.finding, count(*) as copies from (${LIVE_FINDINGS}) f group by 1) counted), '{}') as figures
  ${FROM_STOCKTAKE} where s.id = $1`;
