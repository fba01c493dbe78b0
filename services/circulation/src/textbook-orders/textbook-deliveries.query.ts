import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  afterCursor,
  allOf,
  Database,
  idAfter,
  Lists,
  pageOf,
  sql,
  unknownThing,
  words,
  type Caller,
  type Page,
  type Sql,
} from '@shulian/service-kit';
import { DELIVERY_VIEW, DIFFERS } from './textbook-delivery.row.js';
import { describedColumns } from './textbook-order.row.js';
import type {
  TextbookDeliveriesAsked,
  TextbookDeliveryLinesAsked,
  TextbookDeliveryLineView,
  TextbookDeliveryView,
} from './textbook-deliveries.http.js';

/** Deliveries of textbooks: what is expected when, what came, what is short or wrong. */
@Injectable()
export class TextbookDeliveriesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 out of reach */
  async one(caller: Caller, id: string): Promise<TextbookDeliveryView> {
    const [row] = await this.database.rows<TextbookDeliveryView>(`${DELIVERY_VIEW} where d.id = $1`, [id]);
    if (row === undefined || !(caller.reach.county || caller.mayWorkAt(row.schoolId))) throw unknownThing();
    return row;
  }

  async list(input: TextbookDeliveriesAsked, schoolId: SchoolId): Promise<Page<TextbookDeliveryView>> {
    const after = idAfter(input.cursor);
    const conditions = [...narrowed(input, schoolId), ...(after === null ? [] : [sql`d.id > ${after}`])];
    const rows = await this.lists.rows<TextbookDeliveryView>(
      ...sql`${words(DELIVERY_VIEW)} where ${allOf(conditions)} order by d.id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  async lines(
    input: TextbookDeliveryLinesAsked,
    schoolId: SchoolId,
  ): Promise<Page<TextbookDeliveryLineView>> {
    const place = afterCursor(input.cursor, 2);
    const conditions = [
      ...narrowed(input, schoolId),
      ...(input.deliveryId === undefined ? [] : [sql`d.id = ${input.deliveryId}`]),
      ...(input.lines === 'different' ? [sql`${words(DIFFERS)}`] : []),
      ...(place === null ? [] : [sql`(d.id, l.textbook_id) > (${place[0]}::uuid, ${place[1]}::uuid)`]),
    ];
    const rows = await this.lists.rows<TextbookDeliveryLineView>(
      ...sql`select d.id as "deliveryId", d.supplier, d.how, d.expected_on::text as "expectedOn", d.arrived_on::text as "arrivedOn", d.status,
          ${words(describedColumns)}, l.expected, l.delivered, l.unusable, l.delivered - l.unusable - l.expected as difference, l.note
        from textbook_delivery d join textbook_delivery_line l on l.delivery_id = d.id join textbook b on b.id = l.textbook_id
        where ${allOf(conditions)} order by d.id, l.textbook_id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ deliveryId, textbookId }) => [deliveryId, textbookId],
    );
  }
}

const narrowed = (input: TextbookDeliveriesAsked, schoolId: SchoolId): Sql[] => [
  sql`d.school_id = ${schoolId}`,
  ...(input.orderId === undefined ? [] : [sql`d.order_id = ${input.orderId}`]),
  ...(input.status === undefined ? [] : [sql`d.status = ${input.status}`]),
  ...(input.from === undefined ? [] : [sql`d.expected_on >= ${input.from}::date`]),
  ...(input.to === undefined ? [] : [sql`d.expected_on <= ${input.to}::date`]),
];
