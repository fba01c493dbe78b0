import { statement, type Session } from '@shulian/service-kit';
import type { Arrived, TextbookDelivery } from './rules/textbook-delivery.js';
import { DELIVERY, DELIVERY_VIEW } from './textbook-delivery.row.js';
import type { TextbookDeliveryView } from './textbook-deliveries.http.js';

const ADD = statement(
  'textbookDeliveries.add',
  `insert into textbook_delivery (id, school_id, term_id, order_id, supplier, how, expected_on, status, contact, note)
   values ($1, $2, $3, $4, $5, $6, $7, 'expected', $8, $9)`,
);
const ADD_LINES = statement(
  'textbookDeliveries.addLines',
  `insert into textbook_delivery_line (delivery_id, textbook_id, expected)
   select $1, t."textbookId", t.expected from jsonb_to_recordset($2::jsonb) as t("textbookId" uuid, expected int)`,
);
const LOCK = statement('textbookDeliveries.lock', `${DELIVERY} where d.id = $1 for update`);
const LINES = statement(
  'textbookDeliveries.lines',
  'select textbook_id as "textbookId", expected from textbook_delivery_line where delivery_id = $1 order by textbook_id',
);
const CHANGE = statement(
  'textbookDeliveries.change',
  `update textbook_delivery set supplier = $2, how = $3, expected_on = $4, arrived_on = $5, status = $6, contact = $7, note = $8,
     version = $9 where id = $1`,
);
const ARRIVE = statement(
  'textbookDeliveries.arrive',
  `insert into textbook_delivery_line as l (delivery_id, textbook_id, expected, delivered, unusable, note)
   select $1, t."textbookId", t.expected, t.delivered, t.unusable, t.note
   from jsonb_to_recordset($2::jsonb) as t("textbookId" uuid, expected int, delivered int, unusable int, note text)
   on conflict (delivery_id, textbook_id) do update
     set delivered = excluded.delivered, unusable = excluded.unusable, note = excluded.note`,
);
const DROP_UNASKED = statement(
  'textbookDeliveries.dropUnasked',
  'delete from textbook_delivery_line where delivery_id = $1 and expected = 0',
);
const FORGET = statement(
  'textbookDeliveries.forgetArrival',
  'update textbook_delivery_line set delivered = null, unusable = null, note = null where delivery_id = $1',
);
const VIEW = statement('textbookDeliveries.view', `${DELIVERY_VIEW} where d.id = $1`);

export type ExpectedLine = { readonly textbookId: string; readonly expected: number };

/** Deliveries of textbooks and their lines. */
export class TextbookDeliveriesRepository {
  constructor(private readonly session: Session) {}

  async add(
    delivery: Omit<TextbookDelivery, 'arrivedOn' | 'status' | 'version'>,
    lines: readonly ExpectedLine[],
  ): Promise<void> {
    const { id, schoolId, termId, orderId, supplier, how, expectedOn, contact, note } = delivery;
    await this.session.rows(ADD, [id, schoolId, termId, orderId, supplier, how, expectedOn, contact, note]);
    await this.session.rows(ADD_LINES, [id, JSON.stringify(lines)]);
  }

  async locked(id: string): Promise<TextbookDelivery | null> {
    const [row] = await this.session.rows<TextbookDelivery>(LOCK, [id]);
    return row ?? null;
  }

  lines(id: string): Promise<ExpectedLine[]> {
    return this.session.rows<ExpectedLine>(LINES, [id]);
  }

  async change({ id, ...to }: TextbookDelivery): Promise<void> {
    await this.session.rows(CHANGE, [
      id,
      to.supplier,
      to.how,
      to.expectedOn,
      to.arrivedOn,
      to.status,
      to.contact,
      to.note,
      to.version,
    ]);
  }

  async arrive(id: string, lines: readonly Arrived[]): Promise<void> {
    await this.session.rows(ARRIVE, [id, JSON.stringify(lines)]);
  }

  /** As if nothing had come: what came without being asked for is no line any more. */
  async forgetArrival(id: string): Promise<void> {
    await this.session.rows(DROP_UNASKED, [id]);
    await this.session.rows(FORGET, [id]);
  }

  async view(id: string): Promise<TextbookDeliveryView> {
    const [row] = await this.session.rows<TextbookDeliveryView>(VIEW, [id]);
    if (row === undefined) throw new Error('the delivery is gone');
    return row;
  }
}
