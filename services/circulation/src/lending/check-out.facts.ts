import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';
import { statement, type DeskRequest, type Rows, type Statement } from '@shulian/service-kit';
import { borrowerColumns } from './borrower.row.js';
import { gatheredFrom, type GatheredForCheckOut, type GatheredRow } from './check-out.row.js';
import { ruleStamps } from './school-rules.facts.js';

/** What was scanned, as the look-up takes it. */
export type DeskLookUp = {
  readonly schoolId: SchoolId;
  /** NFKC, upper case. */
  readonly barcode: string;
  /** Keys of the card at the schools the desk serves; null when the reader is named by id. */
  readonly cardKeys: readonly string[] | null;
  readonly readerId: ReaderId | null;
};

/** One checkout as the read takes it. */
export type CheckOutLookUp = {
  readonly look: DeskLookUp;
  readonly today: CalendarDay;
  /** Its stored answer is read on the way. */
  readonly request: DeskRequest | null;
};

/**
 * One read for any number of checkouts. With locks it takes the copy, then the reader: the second waits for the first by
 * a dependency between the two, not by luck; what limits depend on is on these two rows only, all else is of the
 * snapshot before the locks. Lock for one checkout at a time: rows of several would be locked in no order.
 * `limit` with a parameter tells the planner that the list is short: it then looks everything up by index, however
 * small or new the tables are. Whatever is rare (a card or copy of another school, a queue) is behind a condition and
 * costs nothing otherwise.
 */
const gather = (lock: 'for update' | ''): string => `
  select a.n, c.copy_id, c.title_id, a.school_id as copy_school_id, c.kind as copy_kind, c.stock_state, c.clc,
         case when c.copy_id is null then (select count(*)::int from known_copy k where k.barcode = a.barcode) end
           as elsewhere,
         lc.version as copy_version, lc.state as lending_state, lc.loan_id, lc.hold_id, lc.held_for,
         case when lc.state = 'in' and (select t.waiting from title_queue t where t.title_id = c.title_id) > 0 then (
           select h.reader_id from hold h
           where h.title_id = c.title_id and h.status = 'waiting' and h.pickup_school_id = a.school_id
             and (h.wanted_copy_id is null or h.wanted_copy_id = c.copy_id)
           order by h.placed_at, h.id limit 1) end as first_in_queue,
         r.reader_id, r.school_id as reader_school_id, r.kind as reader_kind, r.class_id, r.standing, r.suspended,
         r.suspended_until::text as suspended_until, coalesce(kc.section, r.section) as section,
         coalesce(kc.entry_year, r.entry_year) as entry_year, coalesce(card.status, far.status) as card_status,
         ${borrowerColumns('b')},
         d.body_hash, d.status as answer_status, d.answer,
         ${ruleStamps('a.school_id')}
  from (
    select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
      with ordinality as asked(school_id, barcode, reader_id, card_key, far_keys, caller, route, key, n)
    limit $9
  ) a
  left join lateral (
    select k.* from known_copy k where k.barcode = a.barcode and k.school_id = a.school_id
    order by k.stock_state <> 'withdrawn' desc limit 1) c on true
  left join lateral (select l.* from lent_copy l where l.copy_id = c.copy_id ${lock}) lc on true
  left join lateral (
    select k.reader_id, k.status from known_card k where k.card_key = a.card_key and k.school_id = a.school_id
    order by k.status = 'active' desc limit 1) card on true
  left join lateral (
    select (array_agg(k.reader_id))[1] as reader_id, (array_agg(k.status))[1] as status
    from unnest(string_to_array(a.far_keys, ' ')) as scanned(card_key)
    cross join lateral (select * from known_card where card_key = scanned.card_key offset 0) k
    where card.reader_id is null and a.far_keys is not null
    having count(*) = 1) far on true
  left join lateral (
    select b.* from borrower b
    where b.reader_id = case when coalesce(lc.version, 0) >= 0
      then coalesce(a.reader_id, card.reader_id, far.reader_id) end ${lock}) b on true
  left join known_reader r on r.reader_id = b.reader_id
  left join known_class kc on kc.class_id = r.class_id
  left join desk_request d on d.caller = a.caller and d.route = a.route and d.key = a.key`;

/** Types of the parameters, in order; for those who prepare the statement themselves. */
export const GATHER_TYPES = [
  'uuid[]',
  'text[]',
  'uuid[]',
  'text[]',
  'text[]',
  'text[]',
  'text[]',
  'text[]',
  'bigint',
];
export const GATHER_AND_LOCK = statement('check-out.gather-and-lock', gather('for update'));
export const GATHER = statement('check-out.gather', gather(''));

const ARE_KNOWN = statement(
  'check-out.are-known',
  `select exists (select from known_copy where barcode = $1)
      and (exists (select from known_reader where reader_id = $2::uuid)
           or exists (select from known_card where card_key = any($3::text[]))) as known`,
);

export class CheckOutFactsReader {
  constructor(private readonly rows: Rows) {}

  /** Gathers and locks. */
  async locked(asked: CheckOutLookUp): Promise<GatheredForCheckOut> {
    return one(await this.gather(GATHER_AND_LOCK, [asked]));
  }

  /** Gathers without a lock: a dry run must not keep a desk waiting. */
  async unlocked(asked: CheckOutLookUp): Promise<GatheredForCheckOut> {
    return one(await this.gather(GATHER, [asked]));
  }

  /** Gathers without locks for several desks, in their order. */
  together(asked: readonly CheckOutLookUp[]): Promise<GatheredForCheckOut[]> {
    return this.gather(GATHER, asked);
  }

  /** Whether barcode and reader have arrived. */
  async areKnown(look: DeskLookUp): Promise<boolean> {
    const [row] = await this.rows.rows<{ known: boolean }>(ARE_KNOWN, [
      look.barcode,
      look.readerId,
      look.cardKeys ?? [],
    ]);
    return row?.known === true;
  }

  async copyIsKnown(barcode: string): Promise<boolean> {
    const rows = await this.rows.rows('select from known_copy where barcode = $1 limit 1', [barcode]);
    return rows.length > 0;
  }

  private async gather(what: Statement, asked: readonly CheckOutLookUp[]): Promise<GatheredForCheckOut[]> {
    const each = <T>(of: (one: CheckOutLookUp) => T): T[] => asked.map(of);
    const rows = await this.rows.rows<GatheredRow>(what, [
      each(({ look }) => look.schoolId),
      each(({ look }) => look.barcode),
      each(({ look }) => look.readerId),
      each(({ look }) => look.cardKeys?.[0] ?? null),
      each(({ look }) => look.cardKeys?.slice(1).join(' ') || null),
      each(({ request }) => request?.caller ?? null),
      each(({ request }) => request?.route ?? null),
      each(({ request }) => request?.key ?? null),
      asked.length,
    ]);
    const byPlace = new Map(rows.map((row) => [Number(row.n) - 1, row]));
    return asked.map(({ today }, place) => {
      const row = byPlace.get(place);
      if (row === undefined) throw new Error('the statement has a row for each checkout');
      return gatheredFrom(row, today);
    });
  }
}

function one<T>(list: readonly T[]): T {
  const [only] = list;
  if (only === undefined) throw new Error('the statement has a row for each checkout');
  return only;
}
