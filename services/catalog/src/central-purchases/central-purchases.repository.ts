import { newId, statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, CentralPurchaseId, PurchaseOrderId, SchoolId } from '@shulian/contracts/ids';
import {
  CENTRAL_PURCHASE_VIEW,
  centralPurchaseLineTable,
  centralPurchaseTable,
} from './central-purchase.row.js';
import type { CentralPurchaseView } from './central-purchases.http.js';
import type { CentralPurchase, CentralPurchaseLine } from './rules/central-purchase.js';
import type { Share } from './rules/shares.js';

const VIEW = statement('central-purchases.viewOf', `${CENTRAL_PURCHASE_VIEW} where p.id = $1`);
const UNKNOWN_SCHOOLS = statement(
  'central-purchases.unknownSchools',
  `select s.id from unnest($1::uuid[]) as s(id) where not exists (select from known_school k where k.school_id = s.id)`,
);
const CLEAR = statement(
  'central-purchases.clearShares',
  'delete from central_purchase_share where purchase_id = $1 and number = any($2::int[])',
);
const SHARE = statement(
  'central-purchases.share',
  `insert into central_purchase_share (purchase_id, number, school_id, volumes)
   select $1, s.number, s.school_id, s.volumes from unnest($2::int[], $3::uuid[], $4::int[]) as s(number, school_id, volumes)`,
);
const SHARED = statement(
  'central-purchases.shared',
  `select l.number, l.quantity, coalesce(sum(s.volumes), 0)::int as shared, count(s.school_id)::int as shares
   from central_purchase_line l
   left join central_purchase_share s on s.purchase_id = l.purchase_id and s.number = l.number
   where l.purchase_id = $1 group by l.number, l.quantity order by l.number`,
);
const SCHOOLS = statement(
  'central-purchases.schools',
  'select distinct school_id as "schoolId" from central_purchase_share where purchase_id = $1 order by 1',
);
/** Each share becomes a review of its school and a line of its order. What the office reviewed stands in each school's list. */
const DISPATCH = statement(
  'central-purchases.dispatch',
  `with share as (
     select s.*, row_number() over (order by s.school_id, s.number) as at
     from central_purchase_share s where s.purchase_id = $1
   ), placed as (
     select share.school_id, share.volumes, i.id as review_id, o.id as order_id, l.*
     from share
     join unnest($2::uuid[]) with ordinality as i(id, at) on i.at = share.at
     join unnest($3::uuid[], $4::uuid[]) as o(id, for_school) on o.for_school = share.school_id
     join central_purchase_line l on l.purchase_id = $1 and l.number = share.number
   ), reviews as (
     insert into suitability_review (id, school_id, title_id, isbn, name, name_key, contributor, publisher, clc, verdict,
       audience, first_grade, last_grade, reviewer, reviewed_on, reviewed_by)
     select review_id, school_id, title_id, isbn, name, name_key, contributor, publisher, clc, 'suitable', audience,
       first_grade, last_grade, reviewer, $5::date, $6 from placed
   ), orders as (
     insert into purchase_order (id, version, school_id, name, status, created_on, next_line, central_purchase_id)
     select o.id, 1, o.for_school, $7, 'approved', $5::date, $8, $1
     from unnest($3::uuid[], $4::uuid[]) as o(id, for_school)
   )
   insert into purchase_order_line (order_id, number, review_id, kind, quantity, unit_price_fen)
   select order_id, number, review_id, kind, volumes, unit_price_fen from placed`,
);
const LOCK_ORDERS = statement(
  'central-purchases.lockOrders',
  'select id from purchase_order where central_purchase_id = $1 order by id for update',
);
const CAME = statement(
  'central-purchases.came',
  `select coalesce(sum(l.arriving), 0)::int as arriving, coalesce(sum(l.accepted), 0)::int as accepted
   from purchase_order o join purchase_order_line l on l.order_id = o.id where o.central_purchase_id = $1`,
);
const SET_ORDERS = statement(
  'central-purchases.setOrders',
  `update purchase_order set status = $2, version = version + 1,
     central_purchase_id = case when $3 then null else central_purchase_id end
   where central_purchase_id = $1`,
);

export class CentralPurchasesRepository {
  constructor(private readonly session: Session) {}

  async add(purchase: CentralPurchase): Promise<void> {
    await this.session.manager.insert(centralPurchaseTable, purchase);
  }

  /** Locked to the end of the transaction; before the orders that came of it. */
  locked(id: CentralPurchaseId): Promise<CentralPurchase | null> {
    return this.session.manager.findOne(centralPurchaseTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(purchase: CentralPurchase): Promise<void> {
    await this.session.manager.update(centralPurchaseTable, { id: purchase.id }, purchase);
  }

  async addLines(lines: readonly CentralPurchaseLine[]): Promise<void> {
    await this.session.manager.insert(centralPurchaseLineTable, [...lines]);
  }

  /** With its shares; whether there was one. */
  async removeLine(purchaseId: CentralPurchaseId, number: number): Promise<boolean> {
    const { affected } = await this.session.manager.delete(centralPurchaseLineTable, { purchaseId, number });
    return (affected ?? 0) > 0;
  }

  async unknownSchools(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.session.rows<{ id: string }>(UNKNOWN_SCHOOLS, [ids]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Replaces the shares of these lines. */
  async share(id: CentralPurchaseId, shares: ReadonlyMap<number, readonly Share[]>): Promise<void> {
    await this.session.rows(CLEAR, [id, [...shares.keys()]]);
    const all = [...shares].flatMap(([number, own]) => own.map((share) => ({ number, ...share })));
    if (all.length === 0) return;
    await this.session.rows(SHARE, [
      id,
      all.map(({ number }) => number),
      all.map(({ schoolId }) => schoolId),
      all.map(({ volumes }) => volumes),
    ]);
  }

  /** Each line with how many of its volumes are some school's. */
  shared(
    id: CentralPurchaseId,
  ): Promise<
    { readonly number: number; readonly quantity: number; readonly shared: number; readonly shares: number }[]
  > {
    return this.session.rows(SHARED, [id]);
  }

  /** Every share becomes a line of an order of its school. */
  async dispatch(purchase: CentralPurchase, shares: number, today: CalendarDay, by: string): Promise<void> {
    const schools = await this.session.rows<{ schoolId: SchoolId }>(SCHOOLS, [purchase.id]);
    await this.session.rows(DISPATCH, [
      purchase.id,
      Array.from({ length: shares }, () => newId()),
      schools.map(() => newId<PurchaseOrderId>()),
      schools.map(({ schoolId }) => schoolId),
      today,
      by,
      purchase.name,
      purchase.nextLine,
    ]);
  }

  /** What came of the orders of the schools, which stay as they are to the end of the transaction. */
  async cameLocked(id: CentralPurchaseId): Promise<{ readonly arriving: number; readonly accepted: number }> {
    await this.session.rows(LOCK_ORDERS, [id]);
    const [came] = await this.session.rows<{ arriving: number; accepted: number }>(CAME, [id]);
    return came ?? { arriving: 0, accepted: 0 };
  }

  /** The orders of the schools, all at once; `letGo`: they are no share of it any more. */
  async setOrders(id: CentralPurchaseId, status: 'approved' | 'cancelled', letGo: boolean): Promise<void> {
    await this.session.rows(SET_ORDERS, [id, status, letGo]);
  }

  async view(id: CentralPurchaseId): Promise<CentralPurchaseView> {
    const [view] = await this.session.rows<CentralPurchaseView>(VIEW, [id]);
    if (view === undefined) throw new Error('a purchase that is there is shown');
    return view;
  }
}
