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
  type Page,
} from '@shulian/service-kit';
import type { CentralPurchaseId } from '@shulian/contracts/ids';
import { CENTRAL_PURCHASE_VIEW } from './central-purchase.row.js';
import type {
  CentralLineView,
  CentralListAsked,
  CentralPurchasesAsked,
  CentralPurchaseView,
  SchoolProgressView,
  ShareView,
} from './central-purchases.http.js';

const BY_ID = statement('central-purchases.byId', `${CENTRAL_PURCHASE_VIEW} where p.id = $1`);
const LIST = `${CENTRAL_PURCHASE_VIEW}
  where ($1::text is null or p.status = $1) and ($2::uuid is null or p.id < $2) order by p.id desc limit $3`;
const LINES = `select l.number, l.title_id as "titleId", l.name, l.isbn, l.contributor, l.publisher, l.clc, l.reviewer, l.kind,
    l.quantity, l.unit_price_fen as "unitPriceFen", (l.quantity::bigint * l.unit_price_fen)::float8 as fen, s.shared,
    coalesce(a.accepted, 0) as accepted
  from central_purchase_line l
  cross join lateral (
    select coalesce(sum(c.volumes), 0)::int as shared from central_purchase_share c
    where c.purchase_id = l.purchase_id and c.number = l.number) s
  left join lateral (
    select sum(r.accepted)::int as accepted from purchase_order o
    join purchase_order_line r on r.order_id = o.id and r.number = l.number
    where o.central_purchase_id = l.purchase_id) a on true
  where l.purchase_id = $1 and l.number > $2::int order by l.number limit $3`;
const SHARES = `select s.number, l.name, s.school_id as "schoolId", coalesce(k.name, '') as school, s.volumes,
    (s.volumes::bigint * l.unit_price_fen)::float8 as fen
  from central_purchase_share s
  join central_purchase_line l on l.purchase_id = s.purchase_id and l.number = s.number
  left join known_school k on k.school_id = s.school_id
  where s.purchase_id = $1 and (s.number, s.school_id) > ($2::int, $3::uuid)
  order by s.number, s.school_id limit $4`;
const SCHOOLS = `with school as (
    select s.school_id, count(*)::int as titles, sum(s.volumes)::int as volumes,
      sum(s.volumes::bigint * l.unit_price_fen)::float8 as fen
    from central_purchase_share s
    join central_purchase_line l on l.purchase_id = s.purchase_id and l.number = s.number
    where s.purchase_id = $1 and s.school_id > $2::uuid
    group by s.school_id order by s.school_id limit $3
  )
  select s.school_id as "schoolId", coalesce(k.name, '') as school, o.id as "orderId", s.titles, s.volumes, s.fen,
    coalesce(r.arriving, 0) as arriving, coalesce(r.accepted, 0) as accepted, coalesce(r.accepted_fen, 0)::float8 as "acceptedFen",
    s.volumes - coalesce(r.arriving, 0) - coalesce(r.accepted, 0) - coalesce(r.settled, 0) as outstanding,
    coalesce(f.short, 0) as short, coalesce(f.damaged, 0) as damaged, coalesce(f.wrong, 0) as wrong
  from school s
  left join known_school k on k.school_id = s.school_id
  left join purchase_order o on o.central_purchase_id = $1 and o.school_id = s.school_id
  left join lateral (
    select sum(l.arriving)::int as arriving, sum(l.accepted)::int as accepted, sum(l.settled)::int as settled,
      sum(l.accepted::bigint * l.unit_price_fen) as accepted_fen
    from purchase_order_line l where l.order_id = o.id) r on true
  left join lateral (
    select sum(l.short)::int as short, sum(l.damaged)::int as damaged, sum(l.wrong)::int as wrong
    from delivery d join delivery_line l on l.delivery_id = d.id where d.order_id = o.id and d.status <> 'sent-back') f on true
  order by s.school_id`;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** What the county office buys for its schools, and how far they are with it. */
@Injectable()
export class CentralPurchasesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 */
  async byId(id: CentralPurchaseId): Promise<CentralPurchaseView> {
    const [purchase] = await this.database.rows<CentralPurchaseView>(BY_ID, [id]);
    if (purchase === undefined) throw unknownThing();
    return purchase;
  }

  async find(input: CentralPurchasesAsked): Promise<Page<CentralPurchaseView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<CentralPurchaseView>(LIST, [
      input.status ?? null,
      after === null ? null : (queryId('cursor', String(after[0])) ?? null),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (purchase) => purchase,
      ({ id }) => [id],
    );
  }

  async lines(input: CentralListAsked, id: string): Promise<Page<CentralLineView>> {
    const after = numberAfter(input.cursor);
    const rows = await this.lists.rows<CentralLineView>(LINES, [id, after, input.limit + 1]);
    return pageOf(
      rows,
      input.limit,
      (line) => line,
      ({ number }) => [number],
    );
  }

  async shares(input: CentralListAsked, id: string): Promise<Page<ShareView>> {
    const after = afterCursor(input.cursor, 2) ?? [0, FIRST_ID];
    const rows = await this.lists.rows<ShareView>(SHARES, [id, after[0], after[1], input.limit + 1]);
    return pageOf(
      rows,
      input.limit,
      (share) => share,
      ({ number, schoolId }) => [number, schoolId],
    );
  }

  async schools(input: CentralListAsked, id: string): Promise<Page<SchoolProgressView>> {
    const after = afterCursor(input.cursor, 1) ?? [FIRST_ID];
    const rows = await this.lists.rows<SchoolProgressView>(SCHOOLS, [id, after[0], input.limit + 1]);
    return pageOf(
      rows,
      input.limit,
      (school) => school,
      ({ schoolId }) => [schoolId],
    );
  }
}
