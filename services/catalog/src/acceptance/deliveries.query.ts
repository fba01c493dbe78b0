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
import type { DeliveryId, SchoolId } from '@shulian/contracts/ids';
import type {
  CampaignsAsked,
  CampaignView,
  DeliveriesAsked,
  DeliveryLinesListAsked,
  DeliveryLineView,
  DeliveryView,
} from './deliveries.http.js';
import { DELIVERY_VIEW } from './delivery.row.js';

const BY_ID = statement('deliveries.byId', `${DELIVERY_VIEW} where d.id = $1`);
const LIST = `${DELIVERY_VIEW}
  where d.school_id = $1 and ($2::text is null or d.source = $2) and ($3::text is null or d.status = $3)
    and ($4::uuid is null or d.id < $4)
  order by d.id desc limit $5`;
const LINES = `select l.number, l.order_line as "orderLine", l.review_id as "reviewId",
    coalesce(l.title_id, r.title_id) as "titleId", r.name, r.isbn, l.kind, l.unit_price_fen as "unitPriceFen", l.received,
    l.short, l.damaged, l.wrong, l.remark, l.first_accession_number as "firstAccessionNumber"
  from delivery_line l join suitability_review r on r.id = l.review_id
  where l.delivery_id = $1 and l.number > $2::int order by l.number limit $3`;

/** Gifts that were accepted, put together by their campaign. */
const CAMPAIGNS = `select d.campaign, min(d.arrived_on)::text as "firstOn", max(d.arrived_on)::text as "lastOn",
    count(distinct d.origin)::int as donors, count(*)::int as gifts, coalesce(sum(l.volumes), 0)::int as volumes,
    coalesce(sum(l.fen), 0)::float8 as fen
  from delivery d
  cross join lateral (
    select sum(received) as volumes, sum(received::bigint * unit_price_fen) as fen
    from delivery_line where delivery_id = d.id) l
  where d.school_id = $1 and d.source = 'donation' and d.status = 'accepted' and d.campaign > $2
  group by d.campaign order by d.campaign limit $3`;

/** What came to a school, the newest first. */
@Injectable()
export class DeliveriesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for a delivery of another school */
  async byId(caller: Caller, id: DeliveryId): Promise<DeliveryView> {
    const [delivery] = await this.database.rows<DeliveryView>(BY_ID, [id]);
    if (delivery === undefined || !caller.mayWorkAt(delivery.schoolId)) throw unknownThing();
    return delivery;
  }

  async find(input: DeliveriesAsked, schoolId: SchoolId): Promise<Page<DeliveryView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<DeliveryView>(LIST, [
      schoolId,
      input.source ?? null,
      input.status ?? null,
      after === null ? null : (queryId('cursor', String(after[0])) ?? null),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (delivery) => delivery,
      ({ id }) => [id],
    );
  }

  async lines(input: DeliveryLinesListAsked, id: DeliveryId): Promise<Page<DeliveryLineView>> {
    const rows = await this.lists.rows<DeliveryLineView>(LINES, [
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

  async campaigns(input: CampaignsAsked, schoolId: SchoolId): Promise<Page<CampaignView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<CampaignView>(CAMPAIGNS, [
      schoolId,
      after === null ? '' : String(after[0]),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (campaign) => campaign,
      ({ campaign }) => [campaign],
    );
  }
}
