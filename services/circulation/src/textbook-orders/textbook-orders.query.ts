import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  afterCursor,
  allOf,
  Database,
  idAfter,
  Lists,
  pageOf,
  refuseCursor,
  sql,
  unknownThing,
  words,
  type Caller,
  type ListAsked,
  type Page,
  type Sql,
} from '@shulian/service-kit';
import { proposed } from './rules/textbook-order.js';
import { surveyOf } from './survey.facts.js';
import { describedColumns, ORDER_VIEW, receivedOf } from './textbook-order.row.js';
import type {
  TextbookOrderLinesAsked,
  TextbookOrderLineView,
  TextbookOrdersAsked,
  TextbookOrderView,
  TextbookSurveyLineView,
  TextbookWishView,
} from './textbook-orders.http.js';

const ORDER_LINES = `select l.order_id as "orderId", o.school_id as "schoolId", h.name as school, o.name as order, ${describedColumns}, l.price_fen as "priceFen",
    l.needed, l.wished, l.on_hand as "onHand", l.quantity, l.quantity * l.price_fen as "amountFen", r.received,
    greatest(0, l.quantity - r.received) as outstanding
  from textbook_order o join textbook_order_line l on l.order_id = o.id join textbook b on b.id = l.textbook_id
  left join known_term t on t.term_id = o.term_id left join known_school h on h.school_id = o.school_id
  cross join lateral (select ${receivedOf('o.id', 'b.id')} as received) r`;

/** Rounds of ordering textbooks: of a school, or what all have reported to the county office. */
@Injectable()
export class TextbookOrdersQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 out of reach; for the county office what is not reported is not there */
  async one(caller: Caller, id: string): Promise<TextbookOrderView> {
    const [row] = await this.database.rows<TextbookOrderView>(`${ORDER_VIEW} where o.id = $1`, [id]);
    if (row === undefined || !isSeen(caller, row)) throw unknownThing();
    return row;
  }

  /** Of the own school; for the county office what schools have reported. */
  async list(caller: Caller, input: TextbookOrdersAsked): Promise<Page<TextbookOrderView>> {
    const after = idAfter(input.cursor);
    const conditions = [...narrowed(caller, input), ...(after === null ? [] : [sql`o.id > ${after}`])];
    const rows = await this.lists.rows<TextbookOrderView>(
      ...sql`${words(ORDER_VIEW)} where ${allOf(conditions)} order by o.id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** Of the own school; for the county office what schools have reported. */
  async lines(caller: Caller, input: TextbookOrderLinesAsked): Promise<Page<TextbookOrderLineView>> {
    const place = afterCursor(input.cursor, 2);
    const conditions = [
      ...narrowed(caller, input),
      ...(input.orderId === undefined ? [] : [sql`o.id = ${input.orderId}`]),
      ...(place === null ? [] : [sql`(o.id, l.textbook_id) > (${place[0]}::uuid, ${place[1]}::uuid)`]),
    ];
    const rows = await this.lists.rows<TextbookOrderLineView>(
      ...sql`${words(ORDER_LINES)} where ${allOf(conditions)} order by o.id, l.textbook_id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ orderId, textbookId }) => [orderId, textbookId],
    );
  }

  /** All that groups wish, on one page: a few hundred lines at most. */
  async wishes(caller: Caller, id: string, input: ListAsked): Promise<Page<TextbookWishView>> {
    const { id: orderId } = await this.one(caller, id);
    refuseCursor(input.cursor);
    const items = await this.lists.rows<TextbookWishView>(
      `select w.group_kind as "groupKind", w.group_name as "groupName", w.textbook_id as "textbookId", b.kind, b.name, w.quantity, w.note,
         w.by_whom as by, w.entered_on::text as "enteredOn"
       from textbook_wish w join textbook b on b.id = w.textbook_id
       where w.order_id = $1 order by w.group_kind, w.group_name, b.name, b.id`,
      [orderId],
    );
    return { items, nextCursor: null };
  }

  /** What would be ordered as things stand, on one page: as many lines as a term has textbooks. */
  async survey(caller: Caller, id: string, input: ListAsked): Promise<Page<TextbookSurveyLineView>> {
    const order = await this.one(caller, id);
    refuseCursor(input.cursor);
    const lines = await surveyOf(this.lists, { ...order, schoolId: order.schoolId as SchoolId });
    return { items: lines.map((line) => ({ ...line, proposed: proposed(line) })), nextCursor: null };
  }
}

/** The county office sees what is reported to it; a program sees what its scope gives. */
const isOffice = ({ reach, claims }: Caller): boolean => reach.county && claims.kind === 'account';

const worksAt = ({ reach }: Caller, schoolId: string): boolean => reach.schools.has(schoolId);

const isSeen = (caller: Caller, { schoolId, status }: TextbookOrderView): boolean =>
  worksAt(caller, schoolId) || (caller.reach.county && (status === 'reported' || !isOffice(caller)));

const narrowed = (caller: Caller, input: TextbookOrdersAsked): Sql[] => {
  const schoolId = caller.schoolOrCounty(input.schoolId);
  return [
    ...(schoolId === null ? [] : [sql`o.school_id = ${schoolId}`]),
    ...(isOffice(caller)
      ? [sql`(o.status = 'reported' or o.school_id = any(${[...caller.reach.schools]}::uuid[]))`]
      : []),
    ...(input.status === undefined ? [] : [sql`o.status = ${input.status}`]),
    ...(input.from === undefined ? [] : [sql`t.starts_on >= ${input.from}::date`]),
    ...(input.to === undefined ? [] : [sql`t.starts_on <= ${input.to}::date`]),
  ];
};
