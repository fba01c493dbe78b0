import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  Lists,
  numberAfter,
  pageOf,
  queryId,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { PurchaseOrderId, SchoolId } from '@shulian/contracts/ids';
import { ORDER_VIEW } from './order.row.js';
import type { OrderLinesListAsked, OrderLineView, OrdersAsked, OrderView } from './orders.http.js';

const BY_ID = statement('orders.byId', `${ORDER_VIEW} where o.id = $1`);
const LIST = `${ORDER_VIEW}
  where o.school_id = $1 and ($2::text is null or o.status = $2) and ($3::uuid is null or o.id < $3)
  order by o.id desc limit $4`;
const LINES = `select l.number, l.review_id as "reviewId", r.title_id as "titleId", r.name, r.contributor, r.publisher, r.isbn,
    l.kind, l.quantity, l.unit_price_fen as "unitPriceFen", (l.quantity::bigint * l.unit_price_fen)::float8 as fen,
    l.duplicate_reason as "duplicateReason", r.reviewer, r.first_grade as "firstGrade", r.last_grade as "lastGrade",
    l.arriving, l.accepted, l.settled, l.quantity - l.arriving - l.accepted - l.settled as outstanding
  from purchase_order_line l join suitability_review r on r.id = l.review_id
  where l.order_id = $1 and l.number > $2::int order by l.number limit $3`;

/** The orders of a school, the newest first. */
@Injectable()
export class OrdersQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for an order of another school */
  async byId(caller: Caller, id: PurchaseOrderId): Promise<OrderView> {
    const [order] = await this.database.rows<OrderView>(BY_ID, [id]);
    if (order === undefined || !caller.mayWorkAt(order.schoolId)) throw unknownThing();
    return order;
  }

  async find(input: OrdersAsked, schoolId: SchoolId): Promise<Page<OrderView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<OrderView>(LIST, [
      schoolId,
      input.status ?? null,
      after === null ? null : (queryId('cursor', String(after[0])) ?? null),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (order) => order,
      ({ id }) => [id],
    );
  }

  async lines(input: OrderLinesListAsked, id: PurchaseOrderId): Promise<Page<OrderLineView>> {
    const rows = await this.lists.rows<OrderLineView>(LINES, [
      id,
      numberAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (line) => line,
      ({ number }) => [number],
    );
  }
}
