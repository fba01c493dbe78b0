import { statement, type Session } from '@shulian/service-kit';
import type { DeliveryId, PurchaseOrderId } from '@shulian/contracts/ids';
import { DELIVERY_VIEW, deliveryTable } from './delivery.row.js';
import type { DeliveryView } from './deliveries.http.js';
import type { Delivery, DeliveryLine } from './rules/delivery.js';

const VIEW = statement('deliveries.viewOf', `${DELIVERY_VIEW} where d.id = $1`);
const ADD_LINES = statement(
  'deliveries.addLines',
  `insert into delivery_line (delivery_id, number, order_id, order_line, review_id, kind, unit_price_fen, received, short,
     damaged, wrong, remark)
   select $1, l.number, case when l."orderLine" is null then null else $2::uuid end, l."orderLine", l."reviewId", l.kind,
     l."unitPriceFen", l.received, l.short, l.damaged, l.wrong, l.remark
   from jsonb_to_recordset($3::jsonb) as l(number int, "orderLine" int, "reviewId" uuid, kind text, "unitPriceFen" int,
     received int, short int, damaged int, wrong int, remark text)`,
);
const LINES = statement(
  'deliveries.linesOf',
  `select number, order_line as "orderLine", review_id as "reviewId", kind, unit_price_fen as "unitPriceFen", received, short,
     damaged, wrong, remark
   from delivery_line where delivery_id = $1 order by number`,
);
const BECAME = statement(
  'deliveries.became',
  `update delivery_line l set title_id = m."titleId", first_accession_number = m.first
   from jsonb_to_recordset($2::jsonb) as m(number int, "titleId" uuid, first int)
   where l.delivery_id = $1 and l.number = m.number`,
);

/** What a line became: a title, and copies from a number on. */
export type Became = {
  readonly number: number;
  readonly titleId: string;
  readonly first: number | null;
};

export class DeliveriesRepository {
  constructor(private readonly session: Session) {}

  async add(delivery: Delivery, lines: readonly DeliveryLine[]): Promise<void> {
    await this.session.manager.insert(deliveryTable, delivery);
    await this.session.rows(ADD_LINES, [delivery.id, delivery.orderId, JSON.stringify(lines)]);
  }

  /** Whose it is, without a lock: an order is locked before its deliveries. */
  async orderOf(id: DeliveryId): Promise<PurchaseOrderId | null> {
    const found = await this.session.manager.findOne(deliveryTable, { where: { id } });
    return found?.orderId ?? null;
  }

  /** Locked to the end of the transaction: nobody accepts it twice. */
  locked(id: DeliveryId): Promise<Delivery | null> {
    return this.session.manager.findOne(deliveryTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(delivery: Delivery): Promise<void> {
    await this.session.manager.update(deliveryTable, { id: delivery.id }, delivery);
  }

  linesOf(id: DeliveryId): Promise<DeliveryLine[]> {
    return this.session.rows<DeliveryLine>(LINES, [id]);
  }

  async became(id: DeliveryId, lines: readonly Became[]): Promise<void> {
    if (lines.length > 0) await this.session.rows(BECAME, [id, JSON.stringify(lines)]);
  }

  async view(id: DeliveryId): Promise<DeliveryView> {
    const [view] = await this.session.rows<DeliveryView>(VIEW, [id]);
    if (view === undefined) throw new Error('a delivery that is there is shown');
    return view;
  }
}
