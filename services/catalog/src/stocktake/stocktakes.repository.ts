import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, CopyId, StocktakeId } from '@shulian/contracts/ids';
import type { CopyKind, StockState } from '@shulian/contracts/words';
import { NEEDS_A_HAND } from './rules/finding.js';
import type { Opening, Stocktake } from './rules/stocktake.js';
import {
  EXPECTED,
  FINDINGS_OF_FEW,
  LIVE_FINDINGS,
  SHOWN,
  SHOWN_FROM,
  UNRESOLVED,
  VIEWED,
} from './stocktake.row.js';
import {
  toStocktakeView,
  type FindingView,
  type StocktakeRead,
  type StocktakeView,
} from './stocktakes.http.js';

const OPEN = statement(
  'stocktakes.open',
  `with s as (
     select $3::text as location, $14::uuid as location_id, $4::text as kind, $5::text as clc_from, $6::text as clc_to, $7::int as first_number,
            $8::int as last_number, coalesce((select next - 1 from accession_counter where school_id = $2), 0) as through_number
   )
   insert into stocktake (id, school_id, name, location, location_id, kind, clc_from, clc_to, first_number, last_number, through_number,
                          begins_on, ends_on, opened_on, opened_by, expected)
   select $1, $2, $9, s.*, $10::date, $11::date, $12::date, $13,
          (select count(*) from copy c where c.school_id = $2 and c.stock_state <> 'withdrawn' and ${EXPECTED})
   from s`,
);
const VIEW = statement('stocktakes.view', VIEWED);
const LOCK = statement(
  'stocktakes.lock',
  'select id, school_id as "schoolId", state from stocktake where id = $1 for update',
);

const COUNT_SCANS = (written: string, sign: '+' | '-'): string => `counted as (
    select count(*) filter (where w.is_new)::int as scans,
           count(*) filter (where ${EXPECTED} and c.stock_state <> 'withdrawn')::int as sights
    from stocktake s cross join ${written} w left join copy c on c.id = w.copy_id where s.id = $1
  )
  update stocktake set scanned = scanned ${sign} counted.scans, seen = greatest(0, seen ${sign} counted.sights)`;
/** A barcode that nobody knew counts as seen when it is scanned again after the copy was entered. */
const SCAN = statement(
  'stocktakes.scan',
  `with written as (
     insert into stocktake_scan as z (stocktake_id, barcode, copy_id, scanned_at, scanned_by)
     select $1::uuid, g.barcode, c.id, $4::timestamptz, $5::text
     from unnest($3::text[]) as g(barcode) left join copy c on c.school_id = $2 and c.barcode = g.barcode
     on conflict (stocktake_id, barcode) do update set copy_id = excluded.copy_id
       where z.copy_id is null and excluded.copy_id is not null
     returning copy_id, xmax = 0 as is_new
   ), ${COUNT_SCANS('written', '+')}, last_scan_at = $4::timestamptz
   from counted where id = $1 returning counted.scans`,
);
const UNSCAN = statement(
  'stocktakes.unscan',
  `with gone as (
     delete from stocktake_scan where stocktake_id = $1 and barcode = any($2::text[]) returning copy_id, true as is_new
   ), ${COUNT_SCANS('gone', '-')}
   from counted where id = $1 returning counted.scans`,
);
const NOTEWORTHY = statement(
  'stocktakes.noteworthy',
  `select ${SHOWN} from (${FINDINGS_OF_FEW}) f ${SHOWN_FROM}
   where f.barcode = any($2::text[]) and f.finding = any($3::text[]) order by f.at, f.barcode`,
);

const TO_RESOLVE = statement(
  'stocktakes.toResolve',
  `select f.copy_id as id from (${LIVE_FINDINGS}) f where f.finding = $2 and ${UNRESOLVED} order by f.at limit $3`,
);
const UNRESOLVED_COUNT = statement(
  'stocktakes.unresolved',
  `select f.finding, count(*)::int as copies from (${LIVE_FINDINGS}) f where ${UNRESOLVED} group by 1 order by 1`,
);
const BEFORE_MISSING = statement(
  'stocktakes.beforeMissing',
  `select distinct on (copy_id) copy_id as id, was from stocktake_mark
   where copy_id = any($1::uuid[]) and became = 'missing' and was <> 'missing' order by copy_id, stocktake_id desc`,
);
const MARK = statement(
  'stocktakes.mark',
  `insert into stocktake_mark as m (stocktake_id, copy_id, was, became)
   select $1::uuid, * from unnest($2::uuid[], $3::text[], $4::text[])
   on conflict (stocktake_id, copy_id) do update set became = excluded.became`,
);
/** What stands again where the stocktake met it needs no mark. */
const UNMARK_SETTLED = statement(
  'stocktakes.unmarkSettled',
  'delete from stocktake_mark where stocktake_id = $1 and copy_id = any($2::uuid[]) and was = became',
);
const MARKS = statement(
  'stocktakes.marks',
  'select copy_id as id, was, became from stocktake_mark where stocktake_id = $1 order by copy_id limit $2',
);
const UNMARK = statement(
  'stocktakes.unmark',
  'delete from stocktake_mark where stocktake_id = $1 and copy_id = any($2::uuid[])',
);
const COUNT_MARKS = statement(
  'stocktakes.countMarks',
  'select count(*)::int as copies from stocktake_mark where stocktake_id = $1',
);

const KEEP_FINDINGS = statement(
  'stocktakes.keepFindings',
  `insert into stocktake_finding (stocktake_id, barcode, copy_id, finding, stock_state, lending)
   select $1::uuid, f.barcode, f.copy_id, f.finding, f.stock_state, f.lending from (${LIVE_FINDINGS}) f
   where f.finding <> 'seen' on conflict do nothing`,
);
/** The seen are those scans of copies that stand under nothing else. */
const SIGN = statement(
  'stocktakes.sign',
  `update stocktake set state = 'signed', closed_on = $2::date, closed_by = $3, note = $4, figures = (
     select coalesce(jsonb_object_agg(finding, copies), '{}') from (
       select finding, count(*) as copies from stocktake_finding where stocktake_id = $1 group by 1
       union all
       select 'seen', count(distinct z.copy_id) from stocktake_scan z
       where z.stocktake_id = $1 and z.copy_id is not null
         and not exists (select from stocktake_finding f where f.stocktake_id = $1 and f.copy_id = z.copy_id)
     ) counted where copies > 0)
   where id = $1`,
);
const CANCEL = statement(
  'stocktakes.cancel',
  `update stocktake set state = 'cancelled', closed_on = $2::date, closed_by = $3, note = $4 where id = $1`,
);

type Close = { readonly on: CalendarDay; readonly by: string; readonly note: string | null };
export type StocktakeMark = { readonly id: CopyId; readonly was: StockState; readonly became: StockState };

/** Stocktakes with their scans and marks. Whoever writes holds the row of the stocktake, and copies only after it. */
export class StocktakesRepository {
  constructor(private readonly session: Session) {}

  async open(opening: Opening): Promise<void> {
    await this.session.rows(OPEN, [
      opening.id,
      opening.schoolId,
      opening.location,
      opening.kind satisfies CopyKind | null,
      opening.clcFrom,
      opening.clcTo,
      opening.firstNumber,
      opening.lastNumber,
      opening.name,
      opening.beginsOn,
      opening.endsOn,
      opening.openedOn,
      opening.openedBy,
      opening.locationId,
    ]);
  }

  /** As a person reads it, with what this transaction has done. */
  async view(id: StocktakeId): Promise<StocktakeView> {
    const [row] = await this.session.rows<StocktakeRead>(VIEW, [id]);
    if (row === undefined) throw new Error('the stocktake is gone');
    return toStocktakeView(row);
  }

  async locked(id: StocktakeId): Promise<Stocktake | null> {
    return (await this.session.rows<Stocktake>(LOCK, [id]))[0] ?? null;
  }

  /** Takes in barcodes; returns how many were not there before. */
  async scan(
    { id, schoolId }: Stocktake,
    barcodes: readonly string[],
    how: { readonly at: Date; readonly by: string },
  ): Promise<number> {
    const [row] = await this.session.rows<{ scans: number }>(SCAN, [id, schoolId, barcodes, how.at, how.by]);
    return row?.scans ?? 0;
  }

  /** Takes barcodes back; returns how many were there. */
  async unscan(id: StocktakeId, barcodes: readonly string[]): Promise<number> {
    return (await this.session.rows<{ scans: number }>(UNSCAN, [id, barcodes]))[0]?.scans ?? 0;
  }

  noteworthy(id: StocktakeId, barcodes: readonly string[]): Promise<FindingView[]> {
    return this.session.rows<FindingView>(NOTEWORTHY, [id, barcodes, NEEDS_A_HAND]);
  }

  /** Copies under a finding that nothing was done about yet. */
  async toResolve(id: StocktakeId, finding: 'missing' | 'found', most: number): Promise<CopyId[]> {
    const rows = await this.session.rows<{ id: CopyId }>(TO_RESOLVE, [id, finding, most]);
    return rows.map((row) => row.id);
  }

  async unresolved(id: StocktakeId): Promise<Readonly<Record<'missing' | 'found', number>>> {
    const rows = await this.session.rows<{ finding: string; copies: number }>(UNRESOLVED_COUNT, [id]);
    const of = (finding: string): number => rows.find((row) => row.finding === finding)?.copies ?? 0;
    return { missing: of('missing'), found: of('found') };
  }

  /** Where copies stood before a stocktake marked them missing. */
  async beforeMissing(ids: readonly CopyId[]): Promise<ReadonlyMap<CopyId, StockState>> {
    const rows = await this.session.rows<{ id: CopyId; was: StockState }>(BEFORE_MISSING, [ids]);
    return new Map(rows.map(({ id, was }) => [id, was]));
  }

  async mark(id: StocktakeId, marks: readonly StocktakeMark[]): Promise<void> {
    if (marks.length === 0) return;
    const ids = marks.map((mark) => mark.id);
    await this.session.rows(MARK, [id, ids, marks.map(({ was }) => was), marks.map(({ became }) => became)]);
    await this.session.rows(UNMARK_SETTLED, [id, ids]);
  }

  marks(id: StocktakeId, most: number): Promise<StocktakeMark[]> {
    return this.session.rows<StocktakeMark>(MARKS, [id, most]);
  }

  async unmark(id: StocktakeId, copies: readonly CopyId[]): Promise<void> {
    await this.session.rows(UNMARK, [id, copies]);
  }

  async countMarks(id: StocktakeId): Promise<number> {
    return (await this.session.rows<{ copies: number }>(COUNT_MARKS, [id]))[0]?.copies ?? 0;
  }

  /** The findings as they stand are kept for good. */
  async sign(id: StocktakeId, { on, by, note }: Close): Promise<void> {
    await this.session.rows(KEEP_FINDINGS, [id]);
    await this.session.rows(SIGN, [id, on, by, note]);
  }

  async cancel(id: StocktakeId, { on, by, note }: Close): Promise<void> {
    await this.session.rows(CANCEL, [id, on, by, note]);
  }
}
