import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  allOf,
  idAfter,
  invalid,
  Lists,
  pageOf,
  sql,
  words,
  type Page,
  type Sql,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { isUUID } from 'class-validator';
import { toHolderView } from './holder.http.js';
import { RETURNED_KINDS } from './rules/textbook.js';
import type { HolderKind } from './rules/textbook-line.js';
import { LINE_VIEW, toLineView, type LineRow } from './textbook-line.row.js';
import type {
  TextbookHoldingsAsked,
  TextbookHoldingView,
  TextbookLinesListAsked,
  TextbookLineView,
  TextbookStockAsked,
  TextbookStockView,
} from './textbook-stock.http.js';

const STOCK = `select s.textbook_id as "textbookId", b.name, b.kind, l.*, s.on_hand as "onHand", h.out
  from textbook_stock s join textbook b on b.id = s.textbook_id
  cross join lateral (
    select coalesce(sum(quantity) filter (where what = 'received'), 0)::int as received,
      coalesce(sum(quantity) filter (where what = 'issued'), 0)::int as issued,
      coalesce(sum(quantity) filter (where what = 'returned'), 0)::int as returned,
      coalesce(sum(quantity) filter (where what = 'lost'), 0)::int as lost,
      coalesce(sum(quantity) filter (where what = 'discarded'), 0)::int as discarded, count(*) as lines
    from textbook_line where textbook_id = s.textbook_id and ($2::uuid is null or term_id = $2)) l
  cross join lateral (
    select (coalesce(sum(case what when 'received' then quantity when 'lost' then -quantity when 'discarded' then -quantity else 0 end), 0)
        - s.on_hand)::int as out
    from textbook_line where textbook_id = s.textbook_id) h
  where s.school_id = $1 and ($2::uuid is null or l.lines > 0) and ($3::text is null or b.kind = $3)
    and ($4::uuid is null or s.textbook_id > $4)
  order by s.textbook_id limit $5`;
const HOLDINGS = `select h.holder_kind as "holderKind", h.holder as ref, h.textbook_id as "textbookId", b.name, b.kind, l.issued, l.returned,
    l.lost, h.quantity, l.issued_on::text as "issuedOn"
  from textbook_holding h join textbook b on b.id = h.textbook_id
  cross join lateral (
    select coalesce(sum(quantity) filter (where what = 'issued'), 0)::int as issued,
      coalesce(sum(quantity) filter (where what = 'returned'), 0)::int as returned,
      coalesce(sum(quantity) filter (where what = 'lost'), 0)::int as lost,
      max(on_day) filter (where what = 'issued') as issued_on, count(*) as lines
    from textbook_line t where t.school_id = h.school_id and t.holder_kind = h.holder_kind and t.holder = h.holder
      and t.textbook_id = h.textbook_id) l
  where h.school_id = $1 and l.lines > 0 and ($2::text is null or h.holder_kind = $2) and ($3::text is null or b.kind = $3)
    and ($4::text[] is null or h.quantity > 0 and b.kind = any($4))
    and ($5::text is null or (h.holder_kind, h.holder, h.textbook_id) > ($5, $6, $7::uuid))
  order by h.holder_kind, h.holder, h.textbook_id limit $8`;

/** What came of textbooks, where they went, and who still has them. */
@Injectable()
export class TextbookStockQuery {
  constructor(private readonly lists: Lists) {}

  async lines(input: TextbookLinesListAsked, schoolId: SchoolId): Promise<Page<TextbookLineView>> {
    const after = idAfter(input.cursor);
    const conditions: Sql[] = [
      sql`l.school_id = ${schoolId}`,
      ...(input.termId === undefined ? [] : [sql`l.term_id = ${input.termId}`]),
      ...(input.what === undefined ? [] : [sql`l.what = ${input.what}`]),
      ...(input.occasion === undefined ? [] : [sql`l.occasion = ${input.occasion}`]),
      ...(input.kind === undefined ? [] : [sql`b.kind = ${input.kind}`]),
      ...(input.from === undefined ? [] : [sql`l.on_day >= ${input.from}::date`]),
      ...(input.to === undefined ? [] : [sql`l.on_day <= ${input.to}::date`]),
      ...(after === null ? [] : [sql`l.id > ${after}`]),
    ];
    const rows = await this.lists.rows<LineRow>(
      ...sql`${words(LINE_VIEW)} where ${allOf(conditions)} order by l.id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(rows, input.limit, toLineView, ({ id }) => [id]);
  }

  async stock(input: TextbookStockAsked, schoolId: SchoolId): Promise<Page<TextbookStockView>> {
    const rows = await this.lists.rows<TextbookStockView & { lines: number }>(STOCK, [
      schoolId,
      input.termId ?? null,
      input.kind ?? null,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      ({ lines: _, ...row }) => row,
      ({ textbookId }) => [textbookId],
    );
  }

  async holdings(input: TextbookHoldingsAsked, schoolId: SchoolId): Promise<Page<TextbookHoldingView>> {
    const place = afterCursor(input.cursor, 3);
    if (place !== null && !(place.every((each) => typeof each === 'string') && isUUID(place[2])))
      throw invalid({ pointer: '?cursor', code: 'malformed' });
    type Row = Omit<TextbookHoldingView, 'holder'> & {
      readonly holderKind: HolderKind;
      readonly ref: string;
    };
    const rows = await this.lists.rows<Row>(HOLDINGS, [
      schoolId,
      input.holderKind ?? null,
      input.kind ?? null,
      input.held === 'to-return' ? RETURNED_KINDS : null,
      ...(place ?? [null, null, null]),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      ({ holderKind, ref, ...row }): TextbookHoldingView => ({
        ...row,
        holder: toHolderView(holderKind, ref) ?? { kind: holderKind, ref, readerId: null },
      }),
      ({ holderKind, ref, textbookId }) => [holderKind, ref, textbookId],
    );
  }
}
