import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, DeliveryId, PurchaseOrderId, VendorClaimId } from '@shulian/contracts/ids';
import {
  VENDOR_CLAIM_VIEW,
  vendorClaimStepTable,
  vendorClaimTable,
  type VendorClaimStep,
} from './vendor-claim.row.js';
import type { VendorClaimView } from './vendor-claims.http.js';
import type { Fault, VendorClaim } from './rules/vendor-claim.js';

const VIEWS = statement(
  'vendor-claims.views',
  `${VENDOR_CLAIM_VIEW} where c.id = any($2::uuid[]) order by c.line_number, c.fault`,
);
/** Faults of a delivery that nobody has claimed, or whose claim was withdrawn. */
const UNCLAIMED = statement(
  'vendor-claims.unclaimed',
  `select l.number as "lineNumber", f.fault, f.volumes
   from delivery_line l
   cross join lateral (values ('short', l.short), ('damaged', l.damaged), ('wrong', l.wrong)) as f(fault, volumes)
   where l.delivery_id = $1 and f.volumes > 0 and not exists (
     select from vendor_claim c where c.delivery_id = l.delivery_id and c.line_number = l.number and c.fault = f.fault
       and c.status <> 'withdrawn')
   order by l.number, f.fault`,
);
const PLACE = statement(
  'vendor-claims.place',
  `select d.order_id as "orderId", l.order_line as "orderLine", l.review_id as "reviewId"
   from vendor_claim c join delivery d on d.id = c.delivery_id
   join delivery_line l on l.delivery_id = c.delivery_id and l.number = c.line_number
   where c.id = $1`,
);
/** Volumes of a work that came in order by a delivery, without those that stand for other claims already. */
const FREE = statement(
  'vendor-claims.free',
  `select coalesce(sum(l.received), 0)::int - (
     select coalesce(sum(c.volumes), 0)::int from vendor_claim c
     join delivery_line o on o.delivery_id = c.delivery_id and o.number = c.line_number
     where c.replacement_id = $1 and o.review_id = $2) as free
   from delivery_line l where l.delivery_id = $1 and l.review_id = $2`,
);
const SETTLE_LINE = statement(
  'vendor-claims.settleLine',
  `update purchase_order_line set settled = settled + $3
   where order_id = $1 and number = $2 and arriving + accepted + settled + $3 <= quantity returning 1`,
);

/** Where a claim comes from: the line of the order, if it was ordered, and the work. */
export type PlaceOfClaim = {
  readonly orderId: PurchaseOrderId | null;
  readonly orderLine: number | null;
  readonly reviewId: string;
};

export class VendorClaimsRepository {
  constructor(private readonly session: Session) {}

  unclaimed(
    id: DeliveryId,
  ): Promise<{ readonly lineNumber: number; readonly fault: Fault; readonly volumes: number }[]> {
    return this.session.rows(UNCLAIMED, [id]);
  }

  async add(claims: readonly VendorClaim[]): Promise<void> {
    await this.session.manager.insert(vendorClaimTable, [...claims]);
  }

  /** Without a lock: the order is locked before its claims. */
  async place(id: VendorClaimId): Promise<PlaceOfClaim | null> {
    const [place] = await this.session.rows<PlaceOfClaim>(PLACE, [id]);
    return place ?? null;
  }

  locked(id: VendorClaimId): Promise<VendorClaim | null> {
    return this.session.manager.findOne(vendorClaimTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(claim: VendorClaim): Promise<void> {
    await this.session.manager.update(vendorClaimTable, { id: claim.id }, claim);
  }

  async addSteps(steps: readonly VendorClaimStep[]): Promise<void> {
    await this.session.manager.insert(vendorClaimStepTable, [...steps]);
  }

  /** Of a delivery that is locked. */
  async freeVolumes(deliveryId: DeliveryId, reviewId: string): Promise<number> {
    const [row] = await this.session.rows<{ free: number }>(FREE, [deliveryId, reviewId]);
    return row?.free ?? 0;
  }

  /** Volumes of a line of an order that is locked will not come, or will after all; false: they have come meanwhile. */
  async settleLine(orderId: PurchaseOrderId, number: number, volumes: number): Promise<boolean> {
    return (await this.session.rows(SETTLE_LINE, [orderId, number, volumes])).length > 0;
  }

  views(ids: readonly VendorClaimId[], today: CalendarDay): Promise<VendorClaimView[]> {
    return this.session.rows<VendorClaimView>(VIEWS, [today, ids]);
  }

  async view(id: VendorClaimId, today: CalendarDay): Promise<VendorClaimView> {
    const [view] = await this.views([id], today);
    if (view === undefined) throw new Error('a claim that is there is shown');
    return view;
  }
}
