import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  allOf,
  idAfter,
  invalid,
  Lists,
  pageOf,
  sql,
  type Page,
  type Rows,
  type Sql,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { isUUID } from 'class-validator';
import type {
  HolderView,
  TeachingHoldingsAsked,
  TeachingHoldingView,
  TeachingLinesListAsked,
  TeachingLineView,
  TeachingStockAsked,
  TeachingStockView,
} from './teaching-stock.http.js';

const LINE = sql`select l.id, l.school_id as "schoolId", l.title_id as "titleId", t.title, l.term_id as "termId", m.name as term,
    l.what, l.quantity, l.holder_kind as "holderKind", l.holder as ref, l.on_day::text as "onDay", l.note, l.by_whom as by,
    l.counter_of as "counterOf"
  from teaching_line l join title t on t.id = l.title_id left join known_term m on m.term_id = l.term_id`;
type LineRow = Omit<TeachingLineView, 'holder'> & {
  readonly holderKind: HolderView['kind'] | null;
  readonly ref: string | null;
};
const holderOf = (kind: HolderView['kind'], ref: string): HolderView => ({
  kind,
  ref,
  readerId: kind === 'teacher' ? ref : null,
});
const toLine = ({ holderKind, ref, ...line }: LineRow): TeachingLineView => ({
  ...line,
  holder: holderKind === null || ref === null ? null : holderOf(holderKind, ref),
});

/** A title that was merged away is shown with its own name until its lines are written to the other. */
const STOCK = `select s.title_id as "titleId", t.title, t.kind, l.*, s.on_hand as "onHand", h.out
  from teaching_stock s join title t on t.id = s.title_id
  cross join lateral (
    select coalesce(sum(quantity) filter (where what = 'received'), 0)::int as received,
      coalesce(sum(quantity) filter (where what = 'issued'), 0)::int as issued,
      coalesce(sum(quantity) filter (where what = 'recalled'), 0)::int as recalled,
      coalesce(sum(quantity) filter (where what = 'lost'), 0)::int as lost, count(*) as lines
    from teaching_line where school_id = s.school_id and title_id = s.title_id and ($2::uuid is null or term_id = $2)) l
  cross join lateral (
    select (l0.inflow - s.on_hand)::int as out from (
      select coalesce(sum(case what when 'received' then quantity when 'lost' then -quantity else 0 end), 0) as inflow
      from teaching_line where school_id = s.school_id and title_id = s.title_id) l0) h
  where s.school_id = $1 and ($2::uuid is null or l.lines > 0) and ($3::uuid is null or s.title_id > $3)
  order by s.title_id limit $4`;
const HOLDINGS = `select h.holder_kind as "holderKind", h.holder as ref, h.title_id as "titleId", t.title, t.kind, h.quantity
  from teaching_holding h join title t on t.id = h.title_id
  where h.school_id = $1 and h.quantity > 0 and ($2::text is null or h.holder_kind = $2)
    and ($3::text is null or (h.holder_kind, h.holder, h.title_id) > ($3, $4, $5::uuid))
  order by h.holder_kind, h.holder, h.title_id limit $6`;

/** What came of teaching material, where it went, and who still has it. */
@Injectable()
export class TeachingStockQuery {
  constructor(private readonly lists: Lists) {}

  async lines(input: TeachingLinesListAsked, schoolId: SchoolId): Promise<Page<TeachingLineView>> {
    const after = idAfter(input.cursor);
    const conditions: Sql[] = [
      sql`l.school_id = ${schoolId}`,
      ...(input.termId === undefined ? [] : [sql`l.term_id = ${input.termId}`]),
      ...(input.what === undefined ? [] : [sql`l.what = ${input.what}`]),
      ...(input.from === undefined ? [] : [sql`l.on_day >= ${input.from}::date`]),
      ...(input.to === undefined ? [] : [sql`l.on_day <= ${input.to}::date`]),
      ...(after === null ? [] : [sql`l.id > ${after}`]),
    ];
    const rows = await this.lists.rows<LineRow>(
      ...sql`${LINE} where ${allOf(conditions)} order by l.id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(rows, input.limit, toLine, ({ id }) => [id]);
  }

  async stock(input: TeachingStockAsked, schoolId: SchoolId): Promise<Page<TeachingStockView>> {
    const rows = await this.lists.rows<TeachingStockView & { lines: number }>(STOCK, [
      schoolId,
      input.termId ?? null,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      ({ lines: _, ...row }) => row,
      ({ titleId }) => [titleId],
    );
  }

  async holdings(input: TeachingHoldingsAsked, schoolId: SchoolId): Promise<Page<TeachingHoldingView>> {
    const place = afterCursor(input.cursor, 3);
    if (place !== null && !(place.every((each) => typeof each === 'string') && isUUID(place[2])))
      throw invalid({ pointer: '?cursor', code: 'malformed' });
    type Row = Omit<TeachingHoldingView, 'holder'> & { holderKind: HolderView['kind']; ref: string };
    const rows = await this.lists.rows<Row>(HOLDINGS, [
      schoolId,
      input.holderKind ?? null,
      ...(place ?? [null, null, null]),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      ({ holderKind: kind, ref, ...row }) => ({ ...row, holder: holderOf(kind, ref) }),
      ({ holderKind, ref, titleId }) => [holderKind, ref, titleId],
    );
  }
}

/** Lines, seen from the transaction that wrote them, in the order in which they were asked for. */
export const linesOf = async (rows: Rows, ids: readonly string[]): Promise<TeachingLineView[]> => {
  const found = await rows.rows<LineRow>(...sql`${LINE} where l.id = any(${ids}::uuid[])`.numbered());
  const byId = new Map(found.map((row) => [row.id, toLine(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};
