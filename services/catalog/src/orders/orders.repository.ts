import { statement, type Session } from '@shulian/service-kit';
import type { BibliographyId, PurchaseOrderId, SchoolId, SuitabilityReviewId } from '@shulian/contracts/ids';
import { In } from 'typeorm';
import { ORDER_VIEW, orderLineTable, orderStepTable, orderTable, type OrderStepRow } from './order.row.js';
import type { CommitteeFacts } from './rules/committee.js';
import type { OrderFacts, OrderLine, PurchaseOrder } from './rules/order.js';
import type { OrderView } from './orders.http.js';
import type { WantingView } from './wanting.http.js';
import { WANTING } from './wanting.row.js';

/** Who buys the same for one school at once waits: otherwise neither would see the other's line. */
const ONE_AT_A_TIME = statement(
  'orders.oneAtATime',
  `select pg_advisory_xact_lock(hashtextextended('orders of ' || $1, 0))`,
);
const VIEW = statement('orders.viewOf', `${ORDER_VIEW} where o.id = $1`);
const FACTS = statement(
  'orders.facts',
  `select count(l.number)::int as lines, count(*) filter (where r.retracted_on is not null)::int as "retractedReviews",
     coalesce(sum(l.quantity::bigint * l.unit_price_fen), 0)::float8 as fen,
     coalesce(sum(l.arriving), 0)::int as arriving, coalesce(sum(l.accepted), 0)::int as accepted,
     (select p.by_whom from purchase_order_step p where p.order_id = $1 and p.action = 'submit'
      order by p.version desc limit 1) as "submittedBy"
   from purchase_order_line l join suitability_review r on r.id = l.review_id where l.order_id = $1`,
);
/**
 * What a school has of works already: copies of the title, of titles with the ISBN, or, of a work with neither, of titles
 * that are called so; and volumes on orders that are neither cancelled nor here.
 */
const HAD = statement(
  'orders.had',
  `with work as (
     select id, title_id, isbn, name_key from suitability_review where id = any($2::uuid[])
   ), same as (
     select w.id, coalesce(t.merged_into, t.id) as title_id from work w join title t on t.id = w.title_id
     union select w.id, t.id from work w join title t on t.isbns @> array[w.isbn] where w.isbn is not null
     union select w.id, t.id from work w join title t on t.search_key = w.name_key
       where w.title_id is null and w.isbn is null and w.name_key <> ''
   ), held as (
     select s.id, count(*)::int as copies
     from same s join copy c on c.title_id = s.title_id
     where c.school_id = $1 and c.stock_state <> 'withdrawn' group by s.id
   ), alike as (
     select w.id, r.id as review_id from work w join suitability_review r on r.title_id = w.title_id and r.school_id = $1
     union select w.id, r.id from work w join suitability_review r on r.isbn = w.isbn and r.school_id = $1
     union select w.id, r.id from work w join suitability_review r on r.name_key = w.name_key and r.school_id = $1
       where w.name_key <> '' and (w.title_id is null or r.title_id is null) and (w.isbn is null or r.isbn is null)
   ), ordered as (
     select a.id, sum(l.quantity - l.accepted - l.settled)::int as volumes
     from alike a join purchase_order_line l on l.review_id = a.review_id
     join purchase_order o on o.id = l.order_id
     where o.status <> 'cancelled' and l.quantity > l.accepted + l.settled group by a.id
   )
   select w.id, coalesce(h.copies, 0) as held, coalesce(d.volumes, 0) as "onOrder"
   from work w left join held h on h.id = w.id left join ordered d on d.id = w.id`,
);

/** What the committee said of the list as it was submitted; the rule of the school stays to the end of the transaction. */
const COMMITTEE_RULE = statement(
  'orders.committeeRule',
  'select required, quorum from committee_rule where school_id = $1 for share',
);
const COMMITTEE_VOTES = statement(
  'orders.committeeVotes',
  `select (count(*) filter (where v.vote = 'yes'))::int as yes, (count(*) filter (where v.vote = 'no'))::int as no,
     (count(*) filter (where v.vote = 'abstain'))::int as abstain,
     (count(*) filter (where m.kind = 'teacher'))::int as teachers, (count(*) filter (where m.kind = 'pupil'))::int as pupils
   from committee_vote v join committee_member m on m.id = v.member_id
   where v.order_id = $1 and v.order_version = $2`,
);
const QUORUM_WHERE_NOBODY_SAID = 3;

const ARRIVE = statement(
  'orders.arrive',
  `update purchase_order_line l set arriving = l.arriving + m.volumes
   from (select number, sum(volumes)::int as volumes from unnest($2::int[], $3::int[]) as u(number, volumes) group by number) m
   where l.order_id = $1 and l.number = m.number`,
);
const SETTLE = statement(
  'orders.settle',
  `update purchase_order_line l set arriving = l.arriving - m.volumes, accepted = l.accepted + case when $4 then m.volumes else 0 end
   from (select number, sum(volumes)::int as volumes from unnest($2::int[], $3::int[]) as u(number, volumes) group by number) m
   where l.order_id = $1 and l.number = m.number`,
);

/** Volumes of a line of an order. */
export type Volumes = { readonly number: number; readonly volumes: number };

/** What a school has of a work, and what is to come. */
export type Had = { readonly held: number; readonly onOrder: number };

export class OrdersRepository {
  constructor(private readonly session: Session) {}

  async oneAtATime(schoolId: SchoolId): Promise<void> {
    await this.session.rows(ONE_AT_A_TIME, [schoolId]);
  }

  async add(order: PurchaseOrder): Promise<void> {
    await this.session.manager.insert(orderTable, order);
  }

  /** Locked to the end of the transaction. */
  locked(id: PurchaseOrderId): Promise<PurchaseOrder | null> {
    return this.session.manager.findOne(orderTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async change(order: PurchaseOrder): Promise<void> {
    await this.session.manager.update(orderTable, { id: order.id }, order);
  }

  async addStep(step: OrderStepRow): Promise<void> {
    await this.session.manager.insert(orderStepTable, step);
  }

  async addLines(lines: readonly OrderLine[]): Promise<void> {
    await this.session.manager.insert(orderLineTable, [...lines]);
  }

  /** Whether there was one. */
  async removeLine(orderId: PurchaseOrderId, number: number): Promise<boolean> {
    const { affected } = await this.session.manager.delete(orderLineTable, { orderId, number });
    return (affected ?? 0) > 0;
  }

  /** Lines of an order that is locked. */
  async linesOf(
    orderId: PurchaseOrderId,
    numbers: readonly number[],
  ): Promise<ReadonlyMap<number, OrderLine>> {
    const lines = await this.session.manager.find(orderLineTable, {
      where: { orderId, number: In([...new Set(numbers)]) },
    });
    return new Map(lines.map((line) => [line.number, line]));
  }

  /** Volumes came and are looked at. */
  async arrive(orderId: PurchaseOrderId, lines: readonly Volumes[]): Promise<void> {
    await this.session.rows(ARRIVE, volumesOf(orderId, lines));
  }

  /** They are in the registers, or went back. */
  async settle(orderId: PurchaseOrderId, lines: readonly Volumes[], accepted: boolean): Promise<void> {
    await this.session.rows(SETTLE, [...volumesOf(orderId, lines), accepted]);
  }

  async factsOf(order: PurchaseOrder): Promise<OrderFacts> {
    const [facts] = await this.session.rows<Omit<OrderFacts, 'order'>>(FACTS, [order.id]);
    if (facts === undefined) throw new Error('a count is always an answer');
    return { order, ...facts };
  }

  /** Null where the head need not wait for a committee. */
  async committeeFacts(order: PurchaseOrder): Promise<CommitteeFacts | null> {
    const [rule] = await this.session.rows<{ required: boolean }>(COMMITTEE_RULE, [order.schoolId]);
    return rule?.required === true ? this.committeeVotes(order) : null;
  }

  /** Of an order that is locked, whether its head waits for them or not. */
  async committeeVotes({ id, schoolId, version }: PurchaseOrder): Promise<CommitteeFacts> {
    const [rule] = await this.session.rows<{ quorum: number }>(COMMITTEE_RULE, [schoolId]);
    const [votes] = await this.session.rows<Omit<CommitteeFacts, 'quorum'>>(COMMITTEE_VOTES, [id, version]);
    if (votes === undefined) throw new Error('a count is always an answer');
    return { quorum: rule?.quorum ?? QUORUM_WHERE_NOBODY_SAID, ...votes };
  }

  /** The whole booklist: it has 500 entries at most. */
  wantingOf(bibliographyId: BibliographyId, schoolId: SchoolId): Promise<WantingView[]> {
    return this.session.rows<WantingView>(WANTING, [bibliographyId, schoolId, 0, 500]);
  }

  async had(
    schoolId: SchoolId,
    reviewIds: readonly SuitabilityReviewId[],
  ): Promise<ReadonlyMap<string, Had>> {
    const rows = await this.session.rows<Had & { readonly id: string }>(HAD, [schoolId, reviewIds]);
    return new Map(rows.map(({ id, held, onOrder }) => [id, { held, onOrder }]));
  }

  async view(id: PurchaseOrderId): Promise<OrderView> {
    const [view] = await this.session.rows<OrderView>(VIEW, [id]);
    if (view === undefined) throw new Error('an order that is there is shown');
    return view;
  }
}

const volumesOf = (orderId: PurchaseOrderId, lines: readonly Volumes[]): readonly unknown[] => [
  orderId,
  lines.map(({ number }) => number),
  lines.map(({ volumes }) => volumes),
];
