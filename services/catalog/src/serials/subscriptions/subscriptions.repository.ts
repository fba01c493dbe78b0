import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, TitleId, VendorId, SchoolId } from '@shulian/contracts/ids';
import type { SerialAudience } from '../rules/serial.js';
import type {
  NewLine,
  ReviewVerdict,
  RoundAction,
  RoundFacts,
  SubscriptionRound,
} from '../rules/subscription.js';
import { ROUND_VIEW } from './subscription.row.js';
import type { RoundView } from './subscriptions.http.js';

const ADD = statement(
  'subscriptions.add',
  `insert into subscription_round (id, school_id, year, required_titles, vendor_id, created_on) values ($1, $2, $3, $4, $5, $6)`,
);
const LOCK = statement(
  'subscriptions.lock',
  `select id, version, school_id as "schoolId", year, required_titles as "requiredTitles", vendor_id as "vendorId", status,
     approved_on::text as "approvedOn", next_line as "nextLine"
   from subscription_round where id = $1 for update`,
);
const CHANGE = statement(
  'subscriptions.change',
  `update subscription_round set version = $2, required_titles = $3, vendor_id = $4, status = $5, approved_on = $6,
     next_line = $7 where id = $1`,
);
const STEP = statement(
  'subscriptions.step',
  `insert into subscription_step (round_id, version, action, on_day, by_whom, remark) values ($1, $2, $3, $4, $5, $6)`,
);
const FACTS = statement(
  'subscriptions.facts',
  `select (count(*) filter (where l.verdict = 'accept'))::int as accepted,
     (count(*) filter (where l.number is not null and l.verdict is null))::int as unreviewed,
     (select count(*)::int from serial_receipt c join serial_issue i on i.id = c.issue_id
      where c.school_id = r.school_id and i.year = r.year) as arrived,
     (select p.by_whom from subscription_step p where p.round_id = r.id and p.action = 'submit'
      order by p.version desc limit 1) as "submittedBy"
   from subscription_round r left join subscription_line l on l.round_id = r.id where r.id = $1 group by r.id`,
);
const SERIALS = statement(
  'subscriptions.serials',
  `select title_id as id, audience, price_fen as "priceFen" from serial where title_id = any($1::uuid[])`,
);
const VENDOR = statement(
  'subscriptions.vendor',
  'select closed from vendor where id = $1 and school_id = $2',
);
/** What is there for the room already gets the copies and the price of now, and is to be reviewed again. */
const WRITE = statement(
  'subscriptions.writeLines',
  `insert into subscription_line as l (round_id, number, title_id, room, copies, price_fen, shelf_order)
   select $1, w.number, w."titleId", w.room, w.copies, w."priceFen", w."shelfOrder"
   from jsonb_to_recordset($2::jsonb)
     as w(number int, "titleId" uuid, room text, copies int, "priceFen" int, "shelfOrder" text)
   on conflict on constraint subscription_line_once_in_a_room do update set copies = excluded.copies,
     price_fen = excluded.price_fen, shelf_order = excluded.shelf_order, verdict = null, useful = null, readable = null,
     reviewer = null, remark = null, reviewed_on = null, reviewed_by = null`,
);
const REMOVE = statement(
  'subscriptions.removeLine',
  'delete from subscription_line where round_id = $1 and number = $2 returning number',
);
const REVIEW = statement(
  'subscriptions.review',
  `update subscription_line l set verdict = w.verdict, useful = w.useful, readable = w.readable, remark = w.remark,
     reviewer = $3, reviewed_on = $4, reviewed_by = $5
   from jsonb_to_recordset($2::jsonb) as w(number int, verdict text, useful boolean, readable boolean, remark text)
   where l.round_id = $1 and l.number = w.number returning l.number`,
);
const ACCEPTED = statement(
  'subscriptions.accepted',
  `select distinct title_id as id from subscription_line where round_id = $1 and verdict = 'accept'`,
);
const COUNTS = statement(
  'subscriptions.counts',
  `select (count(distinct l.title_id) filter (where s.kind = 'newspaper'))::int as newspapers,
     (count(distinct l.title_id) filter (where s.kind = 'periodical'))::int as periodicals,
     coalesce(sum(l.copies), 0)::int as copies, coalesce(sum(l.copies::bigint * l.price_fen), 0)::float8 as fen
   from subscription_line l join serial s using (title_id) where l.round_id = $1 and l.verdict = 'accept'`,
);
const VIEW = statement('subscriptions.view', `${ROUND_VIEW} where r.id = $1`);

/** The constraint that a second round of a year runs into. */
export const ROUND_ONCE_A_YEAR = 'subscription_round_once_a_year';

export type Review = {
  readonly number: number;
  readonly verdict: ReviewVerdict;
  readonly useful: boolean;
  readonly readable: boolean;
  readonly remark: string | null;
};

/** What the accepted lines of a round come to. */
export type RoundCounts = {
  readonly newspapers: number;
  readonly periodicals: number;
  readonly copies: number;
  readonly fen: number;
};

/** Rounds of subscriptions and their lines; who changes a line has locked its round. */
export class SubscriptionsRepository {
  constructor(private readonly session: Session) {}

  async add(
    round: Pick<SubscriptionRound, 'id' | 'schoolId' | 'year' | 'requiredTitles' | 'vendorId'>,
    on: CalendarDay,
  ): Promise<void> {
    const { id, schoolId, year, requiredTitles, vendorId } = round;
    await this.session.rows(ADD, [id, schoolId, year, requiredTitles, vendorId, on]);
  }

  async locked(id: string): Promise<SubscriptionRound | null> {
    return (await this.session.rows<SubscriptionRound>(LOCK, [id]))[0] ?? null;
  }

  async change(round: SubscriptionRound): Promise<void> {
    const { id, version, requiredTitles, vendorId, status, approvedOn, nextLine } = round;
    await this.session.rows(CHANGE, [id, version, requiredTitles, vendorId, status, approvedOn, nextLine]);
  }

  async addStep(
    { id, version }: SubscriptionRound,
    action: RoundAction,
    how: { readonly on: CalendarDay; readonly by: string; readonly remark: string | null },
  ): Promise<void> {
    await this.session.rows(STEP, [id, version, action, how.on, how.by, how.remark]);
  }

  async factsOf(id: string): Promise<RoundFacts> {
    const [facts] = await this.session.rows<RoundFacts>(FACTS, [id]);
    if (facts === undefined) throw new Error('a round that is locked has facts');
    return facts;
  }

  async countsOf(id: string): Promise<RoundCounts> {
    const [counts] = await this.session.rows<RoundCounts>(COUNTS, [id]);
    if (counts === undefined) throw new Error('a count always has a row');
    return counts;
  }

  async serials(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly audience: SerialAudience; readonly priceFen: number | null }>> {
    const rows = await this.session.rows<{
      id: TitleId;
      audience: SerialAudience;
      priceFen: number | null;
    }>(SERIALS, [ids]);
    return new Map(rows.map(({ id, ...serial }) => [id, serial]));
  }

  /** Whether the school has the vendor and buys there. */
  async buysAt(vendorId: VendorId, schoolId: SchoolId): Promise<boolean> {
    const [vendor] = await this.session.rows<{ closed: boolean }>(VENDOR, [vendorId, schoolId]);
    return vendor?.closed === false;
  }

  async write(id: string, lines: readonly (NewLine & { readonly number: number })[]): Promise<void> {
    await this.session.rows(WRITE, [id, JSON.stringify(lines)]);
  }

  /** Whether there was one. */
  async remove(id: string, number: number): Promise<boolean> {
    return (await this.session.rows(REMOVE, [id, number])).length > 0;
  }

  /** @returns the numbers of the lines that are there */
  async review(
    id: string,
    reviews: readonly Review[],
    how: { readonly reviewer: string; readonly on: CalendarDay; readonly by: string },
  ): Promise<ReadonlySet<number>> {
    const rows = await this.session.rows<{ number: number }>(REVIEW, [
      id,
      JSON.stringify(reviews),
      how.reviewer,
      how.on,
      how.by,
    ]);
    return new Set(rows.map(({ number }) => number));
  }

  /** The serials that shall be taken. */
  async accepted(id: string): Promise<TitleId[]> {
    return (await this.session.rows<{ id: TitleId }>(ACCEPTED, [id])).map((row) => row.id);
  }

  async view(id: string): Promise<RoundView> {
    const [view] = await this.session.rows<RoundView>(VIEW, [id]);
    if (view === undefined) throw new Error('the round is gone');
    return view;
  }
}
