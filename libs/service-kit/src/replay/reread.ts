import { laneOf, type EventBus, type Lane, type Position, type Positions } from '../bus/event-bus.js';
import type { EventBusServer } from '../inbox/event-bus-server.js';
import { REMEMBERED_MS } from '../bus/placing.js';
import { statement, type Rows } from '../database/session.js';
import type { Room } from '../inbox/handling.js';
import { Problem } from '../problem/refused.js';

/** What a room would read again of a partition. */
export type Rereading = {
  readonly handler: string;
  readonly topic: string;
  readonly part: number;
  readonly digestedUpTo: number;
  readonly from: number;
  readonly events: number;
  /** of these, so many are in the inbox, and dropped when they come again */
  readonly known: number;
};

/** A room that is put back, before its partitions are. */
type Plan = {
  readonly handler: string;
  readonly positions: Positions;
  readonly begins: readonly { readonly lane: Lane; readonly from: bigint; readonly logId: string }[];
  readonly rereadings: readonly Rereading[];
};

/** How often a partition is put back that moves on meanwhile. */
const TRIES = 10;

/** The last event of each partition that was digested before an instant: all before it were, too. */
const DIGESTED_BEFORE = statement(
  'reread.digested-before',
  `select topic, part, max("offset") as "offset" from inbox where handler = $1 and processed_at < $2 group by topic, part`,
);
const KNOWN = statement(
  'reread.known',
  `select topic, part, count(*)::int as known from inbox
   join unnest($2::text[], $3::int[], $4::bigint[], $5::bigint[]) as r(topic, part, first, next) using (topic, part)
   where handler = $1 and "offset" >= first and "offset" < next group by topic, part`,
);

type Why = 'too-long-ago' | 'already-digested' | 'log-too-short' | 'another-log';

/** A 409 that says why it would harm. */
const unsafe = (why: Why, facts: Readonly<Record<string, string>> = {}): Problem =>
  new Problem(409, `events.reread-${why}`, { facts });

/**
 * Puts the rooms of a service back to an instant, for a schema that was restored without its positions: with them it
 * reads by itself what it has missed. What the inbox knows is dropped, so that an overlap is safe.
 * @param since of the backup, or earlier; events that had come by then and were not digested are read, too
 * @param confirm false: only says what would be read again
 * @returns `done`: all of it was put back
 */
export async function reread(
  database: Rows,
  bus: EventBus,
  server: EventBusServer,
  since: Date,
  confirm: boolean,
): Promise<{ readonly rereadings: readonly Rereading[]; readonly done: boolean }> {
  if (Date.now() - since.getTime() > REMEMBERED_MS) throw unsafe('too-long-ago');
  // All of them first: a room that refuses leaves the others where they are.
  const plans: Plan[] = [];
  for (const room of server.roomsOfService()) plans.push(await planOf(database, bus, server, room, since));
  let done = confirm;
  for (const { handler, positions, begins } of confirm ? plans : []) {
    if (begins.length === 0) continue;
    done = (await putBack(positions, begins)) && done;
    await bus.renew(handler, `put back to ${since.toISOString()} by an operator`);
  }
  return { rereadings: plans.flatMap(({ rereadings }) => rereadings), done };
}

async function planOf(
  database: Rows,
  bus: EventBus,
  server: EventBusServer,
  room: Room,
  since: Date,
): Promise<Plan> {
  const { handler } = room;
  const positions = server.positionsOf(room);
  const stands = new Map((await positions.read()).map((position) => [laneOf(position), position]));
  const log = await bus.look(server.topicsOf(room));
  const before = await database.rows<Lane & { offset: string }>(DIGESTED_BEFORE, [handler, since]);
  const digested = new Map(before.map((row) => [laneOf(row), BigInt(row.offset)]));
  const reads: { lane: Lane; from: bigint; was: Position }[] = [];
  for (const lane of log.lanes) {
    const was = stands.get(laneOf(lane));
    if (was === undefined) continue;
    if (was.logId !== '' && was.logId !== log.logId) throw unsafe('another-log', { group: handler });
    const logged = await log.since(lane, since);
    const last = digested.get(laneOf(lane));
    const from = last !== undefined && last + 1n < logged ? last + 1n : logged;
    if (from >= was.nextOffset) continue;
    const low = log.edges(lane)?.low ?? 0n;
    // At the beginning of what is kept it is not known what came before, but by the inbox.
    if (from < low || (low > 0n && from === low && last !== low - 1n))
      throw unsafe('log-too-short', { group: handler, topic: lane.topic });
    reads.push({ lane, from, was });
  }
  const counts = await database.rows<Lane & { known: number }>(KNOWN, [
    handler,
    reads.map(({ lane }) => lane.topic),
    reads.map(({ lane }) => lane.part),
    reads.map(({ from }) => String(from)),
    reads.map(({ was }) => String(was.nextOffset)),
  ]);
  const known = new Map(counts.map((row) => [laneOf(row), row.known]));
  const rereadings = reads.map(({ lane, from, was }) => ({
    handler,
    ...lane,
    digestedUpTo: Number(was.nextOffset),
    from: Number(from),
    events: Number(was.nextOffset - from),
    known: known.get(laneOf(lane)) ?? 0,
  }));
  // Tables that are older than their inbox: it would drop whatever comes again.
  if (rereadings.length > 0 && rereadings.every((one) => one.known >= one.events))
    throw unsafe('already-digested', { group: handler });
  const begins = reads.map(({ lane, from }) => ({ lane, from, logId: log.logId }));
  return { handler, positions, begins, rereadings };
}

/** @returns whether each partition stands where it is to be read from, or before; one that digests now may have moved on */
async function putBack(positions: Positions, begins: Plan['begins']): Promise<boolean> {
  let left = begins;
  for (let tries = 0; left.length > 0 && tries < TRIES; tries += 1) {
    const stands = new Map((await positions.read()).map((position) => [laneOf(position), position]));
    const places = left.flatMap(({ lane, from, logId }) => {
      const was = stands.get(laneOf(lane));
      return was === undefined || was.nextOffset <= from
        ? []
        : [{ was, now: { ...was, nextOffset: from, logId, lastEventId: null } }];
    });
    const begun = new Set((await positions.begin(places)).map(laneOf));
    left = left.filter(
      ({ lane }) => places.some(({ now }) => laneOf(now) === laneOf(lane)) && !begun.has(laneOf(lane)),
    );
  }
  return left.length === 0;
}
