import { Injectable } from '@nestjs/common';
import { afterCursor, Lists, pageOf, unknownThing, type Caller, type Page } from '@shulian/service-kit';
import type { StocktakeId } from '@shulian/contracts/ids';
import {
  FINDINGS_BY_PAGE,
  FROM_STOCKTAKE,
  SHOWN,
  SHOWN_FROM,
  SIGNED_FINDINGS,
  STOCKTAKE_COLUMNS,
  VIEWED,
} from './stocktake.row.js';
import { FINDINGS_OF_STRANGERS } from './rules/finding.js';
import {
  toStocktakeView,
  type FindingsAsked,
  type FindingView,
  type ProgressAsked,
  type ProgressLine,
  type StocktakeListed,
  type StocktakeRead,
  type StocktakesAsked,
  type StocktakeView,
} from './stocktakes.http.js';

const LIST = `select ${STOCKTAKE_COLUMNS} ${FROM_STOCKTAKE}
  where ($1::uuid is null or s.school_id = $1) and ($2::text is null or s.state = $2)
    and ($3::date is null or (s.opened_on, s.id) < ($3::date, $4::uuid))
  order by s.opened_on desc, s.id desc limit $5`;

/**
 * The page is cut before what a person reads of it is looked up, and each part is walked in the order of the page. PostgreSQL takes
 * any one finding for rare, and would sort all copies first; of `coalesce` it expects every second row.
 */
const findings = (parts: readonly string[]): string => `select f.at, ${SHOWN} from (
    select * from (${parts
      .map(
        (part) => `(select * from (${part}) f
      where coalesce(f.finding = $2::text, true) and ($3::int is null or (f.at, f.barcode) > ($3::int, $4::text))
      order by f.at, f.barcode limit $5)`,
      )
      .join(' union all ')}) f
    order by f.at, f.barcode limit $5) f ${SHOWN_FROM}
  order by f.at, f.barcode`;
export const LIVE_PAGE = findings(FINDINGS_BY_PAGE);
/** Without the copies of the school, where what is asked for is of none of them. */
const LIVE_OF_STRANGERS = findings([FINDINGS_BY_PAGE[1]]);
const SIGNED = findings([SIGNED_FINDINGS]);
const findingsOf = ({ state }: StocktakeListed, { finding }: FindingsAsked): string => {
  if (state === 'signed') return SIGNED;
  return finding !== undefined && FINDINGS_OF_STRANGERS.includes(finding) ? LIVE_OF_STRANGERS : LIVE_PAGE;
};

/** Counted from what each stocktake keeps of itself: the county is not counted anew. */
const PROGRESS = `select k.school_id as "schoolId", k.name as "schoolName",
    case when d.stocktakes = 0 then 'not-begun' when d.late then 'late'
         when d.signed = d.stocktakes then 'signed' else 'under-way' end as standing,
    d.stocktakes, d.signed, d.expected, d.seen,
    case when d.expected = 0 then 0 else least(100, d.seen * 100 / d.expected) end::int as percent, d.missing,
    to_char(d.last_scan_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastScanAt"
  from known_school k cross join lateral (
    select count(*)::int as stocktakes, count(*) filter (where s.state = 'signed')::int as signed,
           coalesce(bool_or(s.state = 'open' and s.ends_on < $6::date), false) as late,
           coalesce(sum(s.expected), 0)::int as expected, coalesce(sum(s.seen), 0)::int as seen,
           coalesce(sum((s.figures->>'missing')::int), 0)::int as missing, max(s.last_scan_at) as last_scan_at
    from stocktake s
    where s.school_id = k.school_id and s.state <> 'cancelled' and s.opened_on >= coalesce($2::date, '-infinity')
  ) d
  where ($1::uuid is null or k.school_id = $1) and ($3::text is null or (k.name, k.school_id) > ($3, $4::uuid))
  order by k.name, k.school_id limit $5`;

type FindingRow = FindingView & { readonly at: number };

/** Stocktakes and what they found, as it stands or as it was signed. */
@Injectable()
export class StocktakesQuery {
  constructor(private readonly lists: Lists) {}

  async list(caller: Caller, input: StocktakesAsked): Promise<Page<StocktakeListed>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<StocktakeListed>(LIST, [
      caller.schoolOrCounty(input.schoolId),
      input.state ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.openedOn, row.id],
    );
  }

  /** @throws Problem 404 out of reach */
  async byId(caller: Caller, id: StocktakeId): Promise<StocktakeView> {
    const [row] = await this.lists.rows<StocktakeRead>(VIEWED, [id]);
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    return toStocktakeView(row);
  }

  /** @throws Problem 404 out of reach */
  async head(caller: Caller, id: StocktakeId): Promise<StocktakeListed> {
    const [row] = await this.lists.rows<StocktakeListed>(
      `select ${STOCKTAKE_COLUMNS} ${FROM_STOCKTAKE} where s.id = $1`,
      [id],
    );
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    return row;
  }

  async findings(of: StocktakeListed, input: FindingsAsked): Promise<Page<FindingView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<FindingRow>(findingsOf(of, input), [
      of.id,
      input.finding ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      ({ at: _, ...row }): FindingView => row,
      (row) => [row.at, row.barcode],
    );
  }

  async progress(caller: Caller, input: ProgressAsked, today: string): Promise<Page<ProgressLine>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<ProgressLine>(PROGRESS, [
      caller.schoolOrCounty(input.schoolId),
      input.since ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
      today,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.schoolName, row.schoolId],
    );
  }
}
