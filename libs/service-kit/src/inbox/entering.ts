import { laneOf, type DeliveredRecord, type Lane } from '../bus/event-bus.js';
import { AnotherLog, OutOfPlace } from '../bus/placing.js';
import { statement, type Session } from '../database/session.js';
import type { Opened } from './envelope.js';

/**
 * Locks the positions of the partitions, moves them behind the batch, and remembers its ids, all in one trip. `seen` is
 * the position as this statement's snapshot has it: an older one than the locked row when another instance had to be
 * waited for, and then what the statement read of the parking place is old, too.
 *
 * An id below the position enters as well, though the event is not digested again: the inbox is the trace of what came.
 */
const ENTER = statement(
  'inbox.enter',
  `with lane as materialized (
     select * from unnest($2::text[], $3::int[], $4::bigint[], $5::text[], $6::uuid[])
       as l(topic, part, next_offset, log_id, last_event_id)
   ), held as materialized (
     select p.topic, p.part, p.next_offset, p.log_id, p.last_event_id
     from lane join digested_position p on p.topic = lane.topic and p.part = lane.part
     where p.handler = $1 order by p.topic, p.part for update of p
   ), moved as (
     update digested_position p
     set next_offset = lane.next_offset, log_id = lane.log_id, last_event_id = lane.last_event_id
     from lane join held on held.topic = lane.topic and held.part = lane.part
     where p.handler = $1 and p.topic = lane.topic and p.part = lane.part and lane.next_offset > held.next_offset
   ), fresh as (
     insert into inbox (handler, event_id, topic, part, "offset", status)
     select $1, e.event_id, e.topic, e.part, e."offset", e.status
     from unnest($7::uuid[], $8::text[], $9::int[], $10::bigint[], $11::text[])
       as e(event_id, topic, part, "offset", status)
     on conflict do nothing
     returning event_id)
   select 'fresh' as is, event_id, null as topic, null::int as part, null as key,
          null::bigint as next_offset, null::bigint as seen, null as log_id from fresh
   union all
   select 'parked', null, p.topic, null, p.key, null, null, null from (
     select distinct topic, key from parked_event
     where handler = $1 and resolved_at is null and topic = any($2::text[]) and key is not null) p
   union all
   select 'held', h.last_event_id, h.topic, h.part, null, h.next_offset, s.next_offset, h.log_id
   from held h left join digested_position s on s.handler = $1 and s.topic = h.topic and s.part = h.part`,
);
const FIRST = statement(
  'inbox.first',
  `insert into digested_position (handler, topic, part, next_offset, log_id)
   select $1, topic, part, 0, '' from unnest($2::text[], $3::int[]) as l(topic, part) on conflict do nothing`,
);

type Row = {
  readonly is: 'fresh' | 'parked' | 'held';
  readonly event_id: string | null;
  readonly topic: string | null;
  readonly part: number | null;
  readonly key: string | null;
  readonly next_offset: string | null;
  readonly seen: string | null;
  readonly log_id: string | null;
};

/** What a batch finds when it enters. */
export type Entered = {
  /** Whether a record is to be digested or parked now; asked once of each, in their order. */
  takes(opened: Opened): boolean;
  /** Whether something of its key is parked already. */
  isBehindParked(record: DeliveredRecord): boolean;
};

/** The transaction began with an old view: it is to be begun again. */
export class BeginAgain extends Error {
  override readonly name = 'BeginAgain';
}

/** A key is a key of its topic: the same id may be another thing in the next one. */
export const placeOf = ({ topic, key }: { readonly topic: string; readonly key: string | null }): string =>
  `${topic}|${key}`;

/**
 * Enters the records of a batch: their positions are locked and moved in this transaction, before anything else.
 * @throws OutOfPlace when the batch does not begin where the handler stands
 */
export async function enter(
  session: Session,
  handler: string,
  isHandled: (type: string) => boolean,
  batch: readonly Opened[],
): Promise<Entered> {
  const lanes = [...Map.groupBy(batch, ({ record }) => laneOf(record)).values()].map(runOf);
  const events = batch.flatMap(({ event, record }) => (event === null ? [] : [{ event, record }]));
  const rows = await session.rows<Row>(ENTER, [
    handler,
    lanes.map(({ topic }) => topic),
    lanes.map(({ part }) => part),
    lanes.map(({ next }) => String(next)),
    lanes.map(({ logId }) => logId),
    lanes.map(({ lastEventId }) => lastEventId),
    events.map(({ event }) => event.id),
    events.map(({ record }) => record.topic),
    events.map(({ record }) => record.part),
    events.map(({ record }) => String(record.offset)),
    events.map(({ event }) => (isHandled(event.type) ? 'done' : 'skipped')),
  ]);
  const positions = new Map<string, bigint>();
  for (const row of rows) {
    if (row.is !== 'held') continue;
    const lane = laneOf({ topic: row.topic ?? '', part: row.part ?? 0 });
    positions.set(lane, BigInt(row.next_offset ?? 0));
    if (row.seen !== row.next_offset) throw new BeginAgain('another instance was just here');
  }
  if (positions.size < lanes.length) throw new FirstOfLanes(handler, lanes);
  for (const lane of lanes) standsWhereItBegins(lane, rows, positions.get(laneOf(lane)) ?? 0n);
  const fresh = new Set(rows.flatMap((row) => (row.is === 'fresh' ? [row.event_id] : [])));
  const parked = new Set(rows.flatMap((row) => (row.is === 'parked' ? [placeOf(row as never)] : [])));
  return {
    // A relay that sent again what the broker had taken after all puts an event twice into one batch.
    takes: ({ event, record }) =>
      (event === null || fresh.delete(event.id.toLowerCase())) &&
      record.offset >= (positions.get(laneOf(record)) ?? 0n),
    isBehindParked: (record) => record.key !== null && parked.has(placeOf(record)),
  };
}

/** Positions that do not exist yet; to be made in a transaction of their own. */
export class FirstOfLanes extends Error {
  override readonly name = 'FirstOfLanes';

  constructor(
    private readonly handler: string,
    private readonly lanes: readonly Lane[],
  ) {
    super('the partitions have no position yet');
  }

  async make(session: Session): Promise<void> {
    const { handler, lanes } = this;
    await session.rows(FIRST, [handler, lanes.map(({ topic }) => topic), lanes.map(({ part }) => part)]);
  }
}

type Run = Lane & {
  readonly from: bigint;
  readonly next: bigint;
  readonly logId: string;
  readonly lastEventId: string | null;
  readonly records: readonly Opened[];
};

function runOf(records: readonly Opened[]): Run {
  const [first, last] = [records[0], records.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a run has records');
  const { topic, part, from, logId } = first.record;
  return {
    topic,
    part,
    from,
    logId,
    next: last.record.offset + 1n,
    lastEventId: last.event?.id ?? null,
    records,
  };
}

function standsWhereItBegins(run: Run, rows: readonly Row[], position: bigint): void {
  const { topic, part } = run;
  const held = rows.find((row) => row.is === 'held' && row.topic === topic && row.part === part);
  if (held === undefined) return;
  if (held.log_id !== '' && held.log_id !== run.logId)
    throw new AnotherLog(`${laneOf(run)} is another log than the one that was digested`);
  const before = run.records.find(({ record }) => record.offset === position - 1n);
  if (before?.event != null && held.event_id !== null && before.event.id.toLowerCase() !== held.event_id)
    throw new AnotherLog(
      `before position ${position} of ${laneOf(run)} lies another event than was digested`,
    );
  if (run.from > position)
    throw new OutOfPlace(`${laneOf(run)} is read from ${run.from}, but digested to ${position} only`);
}
