import type { CalendarDay, CopyId, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { statement, type DeskRequest, type Rows, type Statement } from '@shulian/service-kit';
import { atDeskColumns, JOIN_READER_AND_CLASS } from '../desk/borrower-at-desk.row.js';
import { waitsFor } from '../desk/queues.repository.js';
import { shownCopyColumns } from '../desk/shown-copy.row.js';
import { ruleStamps } from '../policies/school-rules.facts.js';
import { gatheredFrom, type GatheredForCheckOut, type GatheredRow } from './check-out.row.js';

/** What was scanned, as the look-up takes it. */
export type DeskLookUp = {
  readonly schoolId: SchoolId;
  /** NFKC, upper case. */
  readonly barcode: string;
  /** Keys of the card at the schools the desk serves; null when the reader is named by id. */
  readonly cardKeys: readonly string[] | null;
  readonly readerId: ReaderId | null;
  /** A class that borrows as a whole; then there is neither card nor reader. */
  readonly classId: SchoolClassId | null;
};

/** One checkout as the read takes it. */
export type CheckOutLookUp = {
  readonly look: DeskLookUp;
  readonly today: CalendarDay;
  /** Its stored answer is read on the way. */
  readonly request: DeskRequest | null;
};

const OF_THE_SCHOOL = {
  is: `k.barcode = a.barcode and k.school_id = a.school_id
      and (a.copy_id is null or k.copy_id = a.copy_id)`,
  owner: 'a.school_id',
};
/** A copy of another school that lies here for a reader: named by its id. */
const VISITING = { is: 'k.copy_id = a.copy_id', owner: 'c.school_id' };

/**
 * One read for any number of checkouts: all copies of the desk's school that the barcode may mean (one, but for what was
 * withdrawn); which of them is meant is decided in TypeScript. With locks it is asked for the one that was meant, and takes
 * the copy, then the reader: the second waits for the first by
 * a dependency between the two, not by luck; what limits depend on is on these two rows only, all else is of the
 * snapshot before the locks. Lock for one checkout at a time: rows of several would be locked in no order.
 * `limit` with a parameter tells the planner that the list is short: it then looks everything up by index, however
 * small or new the tables are. Whatever is rare (a card or copy of another school, a queue) is behind a condition and
 * costs nothing otherwise.
 */
const gather = (lock: 'for update' | '', copy = OF_THE_SCHOOL): string => `
  select a.n, c.copy_id, c.title_id, ${copy.owner} as copy_school_id, c.kind as copy_kind, c.stock_state, c.clc,
         case when c.copy_id is null then (select count(*)::int from known_copy k where k.barcode = a.barcode) end
           as elsewhere,
         lc.version as copy_version, lc.state as lending_state, lc.loan_id, lc.hold_id, lc.held_for,
         ol.reader_id as lent_to_reader, ol.class_id as lent_to_class, ol.lending_school_id as lent_by_school,
         ol.reader_school_id as lent_to_school,
         case when ol.reader_id is null then ol.class_id
           else (select class_id from known_reader where reader_id = ol.reader_id) end as lent_to_class_now,
         case when lc.state = 'in' and (select t.waiting from title_queue t where t.title_id = c.title_id) > 0 then
           exists (select from hold h
             where ${waitsFor({ title: 'c.title_id', school: 'a.school_id', id: 'c.copy_id' })})
           else false end as awaited,
         ${shownCopyColumns('c', 'kt')}, coalesce(card.status, far.status) as card_status, ${atDeskColumns},
         d.body_hash, d.status as answer_status, d.answer,
         ${ruleStamps('a.school_id')}
  from (
    select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
        $9::uuid[], $10::uuid[])
      with ordinality as asked(school_id, barcode, reader_id, card_key, far_keys, caller, route, key, class_id, copy_id, n)
    limit $11
  ) a
  left join lateral (
    select k.* from known_copy k where ${copy.is}) c on true
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
    where b.borrower_id = case when coalesce(lc.version, 0) >= 0
      then coalesce(a.reader_id, card.reader_id, far.reader_id, a.class_id) end
      and b.kind = case when a.class_id is null then 'reader' else 'class' end ${lock}) b on true
  ${JOIN_READER_AND_CLASS}
  left join loan ol on ol.id = lc.loan_id
  left join known_title kt on kt.title_id = c.title_id
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
  'uuid[]',
  'uuid[]',
  'bigint',
];
export const GATHER_AND_LOCK = statement('check-out.gather-and-lock', gather('for update'));
export const GATHER = statement('check-out.gather', gather(''));
const GATHER_VISITING = statement('check-out.gather-visiting', gather('', VISITING));
const GATHER_VISITING_AND_LOCK = statement(
  'check-out.gather-visiting-and-lock',
  gather('for update', VISITING),
);
const VISITOR = statement(
  'check-out.visitor',
  `select a.copy_id as id from away_copy a join known_copy k on k.copy_id = a.copy_id
     join lent_copy lc on lc.copy_id = a.copy_id
   where a.at_school_id = $1 and k.barcode = $2 and lc.state = 'hold-shelf' order by a.copy_id limit 1`,
);

export class CheckOutFactsReader {
  constructor(private readonly rows: Rows) {}

  /** Gathers and locks. @param meant the copy that the barcode meant at the look before, if there was one */
  async locked(input: CheckOutLookUp, meant: CopyId | null): Promise<GatheredForCheckOut> {
    const found = meant === null ? null : one(await this.gather(GATHER_AND_LOCK, [input], meant));
    if (found?.scanned.is === 'here') return found;
    const { scanned } = one(await this.gather(GATHER, [input]));
    const visitor = await this.visitor(input, scanned);
    if (visitor !== null) return one(await this.gather(GATHER_VISITING_AND_LOCK, [input], visitor));
    return one(await this.gather(GATHER_AND_LOCK, [input], scanned.is === 'here' ? scanned.copy.id : null));
  }

  /** Gathers without a lock: a dry run must not keep a desk waiting. */
  async unlocked(input: CheckOutLookUp): Promise<GatheredForCheckOut> {
    const found = one(await this.gather(GATHER, [input]));
    const visitor = await this.visitor(input, found.scanned);
    return visitor === null ? found : one(await this.gather(GATHER_VISITING, [input], visitor));
  }

  /**
   * The copy of another school on the hold shelf here; looked for only where the school has none with the barcode, so that
   * lending what is at home takes no look more.
   */
  private async visitor(
    { look }: CheckOutLookUp,
    scanned: GatheredForCheckOut['scanned'],
  ): Promise<CopyId | null> {
    if (scanned.is !== 'foreign' && scanned.is !== 'ambiguous') return null;
    const [row] = await this.rows.rows<{ id: CopyId }>(VISITOR, [look.schoolId, look.barcode]);
    return row?.id ?? null;
  }

  /** Gathers without locks for several desks, in their order. */
  together(input: readonly CheckOutLookUp[]): Promise<GatheredForCheckOut[]> {
    return this.gather(GATHER, input);
  }

  private async gather(
    what: Statement,
    input: readonly CheckOutLookUp[],
    meant: CopyId | null = null,
  ): Promise<GatheredForCheckOut[]> {
    const each = <T>(of: (one: CheckOutLookUp) => T): T[] => input.map(of);
    const rows = await this.rows.rows<GatheredRow>(what, [
      each(({ look }) => look.schoolId),
      each(({ look }) => look.barcode),
      each(({ look }) => look.readerId),
      each(({ look }) => look.cardKeys?.[0] ?? null),
      each(({ look }) => look.cardKeys?.slice(1).join(' ') || null),
      each(({ request }) => request?.caller ?? null),
      each(({ request }) => request?.route ?? null),
      each(({ request }) => request?.key ?? null),
      each(({ look }) => look.classId),
      each(() => meant),
      input.length,
    ]);
    const byPlace = Map.groupBy(rows, (row) => Number(row.n) - 1);
    return input.map(({ today }, place) => gatheredFrom(byPlace.get(place) ?? [], today));
  }
}

function one<T>(list: readonly T[]): T {
  const [only] = list;
  if (only === undefined) throw new Error('the statement has a row for each checkout');
  return only;
}
