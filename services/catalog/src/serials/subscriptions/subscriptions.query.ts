import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  Lists,
  numberAfter,
  pageOf,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { ROUND_VIEW } from './subscription.row.js';
import type { LinesListAsked, RoundsAsked, RoundView, SubscriptionLineView } from './subscriptions.http.js';

const BY_ID = statement('subscriptions.byId', `${ROUND_VIEW} where r.id = $1`);
const LIST = `${ROUND_VIEW}
  where ($1::uuid is null or r.school_id = $1) and ($2::int is null or r.year = $2)
    and ($3::int is null or (r.year, r.id) < ($3::int, $4::uuid))
  order by r.year desc, r.id desc limit $5`;
const LINES = `select l.number, l.title_id as "serialId", t.title, s.kind, s.postal_code as "postalCode", s.issn, l.room, l.copies,
    l.price_fen as "priceFen", (l.copies::bigint * l.price_fen)::float8 as fen, l.shelf_order as "shelfOrder",
    exists (select from serial_mandate m
      where m.title_id = l.title_id and m.year = r.year and m.withdrawn_on is null) as mandated,
    l.verdict, l.useful, l.readable, l.reviewer, l.reviewed_on::text as "reviewedOn", l.remark
  from subscription_line l join subscription_round r on r.id = l.round_id join serial s on s.title_id = l.title_id
  join title t on t.id = l.title_id
  where l.round_id = $1 and ($2::text is null or l.room = $2) and ($3::text is null or l.verdict = $3) and l.number > $4::int
  order by l.number limit $5`;

/** The rounds of a school or the county, the newest year first, and their lines. */
@Injectable()
export class SubscriptionsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for a round of another school */
  async byId(caller: Caller, id: string): Promise<RoundView> {
    const [round] = await this.database.rows<RoundView>(BY_ID, [id]);
    if (round === undefined || !caller.mayWorkAt(round.schoolId)) throw unknownThing();
    return round;
  }

  async find(caller: Caller, asked: RoundsAsked): Promise<Page<RoundView>> {
    const after = afterCursor(asked.cursor, 2);
    const rows = await this.lists.rows<RoundView>(LIST, [
      caller.schoolOrCounty(asked.schoolId),
      asked.year ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ]);
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ year, id }) => [year, id],
    );
  }

  async lines(id: string, asked: LinesListAsked): Promise<Page<SubscriptionLineView>> {
    const rows = await this.lists.rows<SubscriptionLineView>(LINES, [
      id,
      asked.room ?? null,
      asked.verdict ?? null,
      numberAfter(asked.cursor),
      asked.limit + 1,
    ]);
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ number }) => [number],
    );
  }
}
