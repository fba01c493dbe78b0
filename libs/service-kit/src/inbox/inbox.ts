import { setTimeout as pause } from 'node:timers/promises';
import type { CloudEvent } from '@shulian/contracts/envelope';
import type { DeliveredEvent } from '../bus/event-bus.js';
import { killPoint } from '../bus/kill-point.js';
import type { Database } from '../database/database.js';
import { statement, type Session } from '../database/session.js';
import { codeOf, isAboutValues, isTransient } from '../database/sql-state.js';
import type { Log } from '../log/logger.js';
import { traceFrom, withTrace } from '../log/trace.js';
import type { EventSchemas } from '../outbox/event-schemas.js';
import type { EventWriter } from '../outbox/outbox.js';
import type { StoreFor } from '../transaction/transaction.js';
import type { Arrivals } from './arrivals.js';
import { keyIsParked, nextParked, park, resolve } from './parking.js';

const PERMANENT_TRIES = 3;

/** What a handler gets beside the event: the store of the transaction that also holds the inbox row. */
export type Digesting<Store> = { readonly store: Store };

export type EventHandler<Store> = (event: CloudEvent, digesting: Digesting<Store>) => Promise<unknown>;

/** A room that listens: its handler name and what it does with each type of its topics. */
export type Room<Store> = {
  readonly handler: string;
  readonly handlers: ReadonlyMap<string, EventHandler<Store>>;
  /**
   * Types that are digested in a transaction of their own: their handlers lock rows that a desk locks, too, in an order;
   * the rows of several events in one transaction would be locked in none.
   */
  readonly alone: ReadonlySet<string>;
};

/** An event that was not known yet, or a key of which something is parked. */
type Entered =
  | { readonly event_id: string; readonly topic: null; readonly key: null }
  | { readonly event_id: null; readonly topic: string; readonly key: string };

/** A key is a key of its topic: the same id may be another thing in the next one. */
const placeOf = ({ topic, key }: { readonly topic: string; readonly key: string }): string =>
  `${topic}|${key}`;

const ENTER = statement(
  'inbox.enter',
  `with fresh as (
     insert into inbox (handler, event_id, topic, part, "offset", status)
     select $1, e.event_id, e.topic, e.part, e."offset", e.status
     from unnest($2::uuid[], $3::text[], $4::int[], $5::bigint[], $6::text[])
       as e(event_id, topic, part, "offset", status)
     on conflict do nothing
     returning event_id)
   select event_id, null as topic, null as key from fresh
   union all
   select null, p.topic, p.key from (
     select distinct topic, key from parked_event
     where handler = $1 and resolved_at is null and topic = any($3::text[])) p`,
);

/**
 * Digests each event once: schema checked, id remembered in the transaction of the effect, unknown types passed over
 * and counted, broken ones parked with the reason; while a key has something parked, its later events park behind it.
 */
export class Inbox<Store> {
  constructor(
    private readonly database: Database,
    private readonly storeFor: StoreFor<Store>,
    private readonly schemas: EventSchemas,
    private readonly arrivals: Arrivals,
    private readonly log: Log,
    private readonly events: Pick<EventWriter, 'made'>,
    /** Pokes the relay, after a digestion that announced something: most announce nothing, and a look costs a trip. */
    private readonly announced: () => void,
    private readonly isStopping: () => boolean,
  ) {}

  /**
   * Events in the order of their partitions: together in one transaction, or one by one when one of them is trouble or of
   * a type that goes alone.
   */
  async digest(room: Room<Store>, events: readonly DeliveredEvent[]): Promise<void> {
    const startedAt = performance.now();
    const made = this.events.made;
    for (const part of inParts(room, events)) {
      try {
        await this.together(room, part);
      } catch {
        for (const event of part) await this.alone(room, event);
      }
    }
    this.arrivals.ring();
    if (this.events.made !== made) this.announced();
    const last = events.at(-1);
    this.log.debug(
      {
        room: room.handler,
        events: events.length,
        eventId: last?.eventId,
        ms: Math.round(performance.now() - startedAt),
      },
      'digested',
    );
  }

  private async together(room: Room<Store>, events: readonly DeliveredEvent[]): Promise<void> {
    await this.database.inTransaction(async (session) => {
      const { fresh, parkedKeys } = await this.enter(room, events, session);
      if (events.some((event) => parkedKeys.has(placeOf(event))))
        throw new Error('a key of the batch is parked');
      const store = this.storeFor(session);
      // A relay that sent again what the broker had taken after all puts an event twice into one batch.
      for (const event of events) if (fresh.delete(event.eventId)) await this.handle(room, event, store);
      await settle(store);
      killPoint('handler.beforeCommit');
    });
    killPoint('handler.afterCommit');
  }

  /** Transient trouble is waited out, for ever; permanent trouble is tried three times, then parked. Nothing is skipped. */
  private async alone(room: Room<Store>, event: DeliveredEvent): Promise<void> {
    let failures = 0;
    for (;;) {
      try {
        await this.database.inTransaction(async (session) => {
          const { fresh, parkedKeys } = await this.enter(room, [event], session);
          if (!fresh.has(event.eventId)) return;
          if (parkedKeys.has(placeOf(event)) && (await keyIsParked(session, room.handler, event))) {
            await park(session, room.handler, event, 'behind a parked event of the same key', 0);
            return;
          }
          const store = this.storeFor(session);
          await this.handle(room, event, store);
          await settle(store);
        });
        return;
      } catch (error) {
        failures += 1;
        if (this.isStopping()) throw error;
        const wait = Math.min(200 * 2 ** failures, 30_000);
        if (isTransient(error)) await pause(wait * (0.5 + Math.random() / 2));
        else if (failures < PERMANENT_TRIES) await pause(20 * failures);
        else {
          await this.parkForGood(room, event, error, failures);
          return;
        }
      }
    }
  }

  private async parkForGood(
    room: Room<Store>,
    event: DeliveredEvent,
    error: unknown,
    attempts: number,
  ): Promise<void> {
    const reason = isAboutValues(error)
      ? `SQLSTATE ${codeOf(error)}`
      : error instanceof Error
        ? `${error.name}: ${error.message}`
        : 'unknown';
    await this.database.inTransaction(async (session) => {
      const { fresh } = await this.enter(room, [event], session);
      if (fresh.has(event.eventId)) await park(session, room.handler, event, reason, attempts);
    });
    this.log.error(
      { room: room.handler, eventId: event.eventId, type: event.type, err: error },
      'event parked',
    );
  }

  private async enter(
    room: Room<Store>,
    events: readonly DeliveredEvent[],
    session: Session,
  ): Promise<{ fresh: Set<string>; parkedKeys: ReadonlySet<string> }> {
    const rows = await session.rows<Entered>(ENTER, [
      room.handler,
      events.map((event) => event.eventId),
      events.map((event) => event.topic),
      events.map((event) => event.part),
      events.map((event) => String(event.offset)),
      events.map((event) => (room.handlers.has(event.type) ? 'done' : 'skipped')),
    ]);
    return {
      fresh: new Set(rows.flatMap((row) => (row.event_id === null ? [] : [row.event_id]))),
      parkedKeys: new Set(rows.flatMap((row) => (row.event_id === null ? [placeOf(row)] : []))),
    };
  }

  private async handle(room: Room<Store>, delivered: DeliveredEvent, store: Store): Promise<void> {
    const handler = room.handlers.get(delivered.type);
    if (handler === undefined) return;
    const event = JSON.parse(delivered.payload) as CloudEvent;
    this.schemas.check(delivered.type, event.data);
    const trace = traceFrom(event.correlationid, event.traceparent, event.id);
    await withTrace(trace, () => handler(event, { store }));
  }

  /**
   * Digests what is parked for a key, in the order of the log, each event in a transaction of its own; stops at the
   * first one that still fails, with its error. The advisory lock keeps live events of the key out meanwhile.
   * @returns the number of events that were resolved
   */
  async replay(room: Room<Store>, topic: string, key: string, by: string): Promise<number> {
    let resolved = 0;
    const made = this.events.made;
    for (;;) {
      const outcome = await this.database.inTransaction(async (session) => {
        const parked = await nextParked(session, room.handler, topic, key);
        if (parked === null) return false;
        const store = this.storeFor(session);
        await this.handle(room, parked.event, store);
        await settle(store);
        await resolve(session, room.handler, parked, by);
        return true;
      });
      if (!outcome) break;
      resolved += 1;
    }
    this.arrivals.ring();
    if (this.events.made !== made) this.announced();
    return resolved;
  }
}

/** Runs of events that may share a transaction; one that goes alone is a run of itself. */
export function inParts(
  room: Pick<Room<never>, 'alone'>,
  events: readonly DeliveredEvent[],
): DeliveredEvent[][] {
  const parts: DeliveredEvent[][] = [];
  let open = false;
  for (const event of events) {
    const alone = room.alone.has(event.type);
    if (open && !alone) parts.at(-1)?.push(event);
    else parts.push([event]);
    open = !alone;
  }
  return parts;
}

/**
 * A store may gather what its handlers do and write it at the end of the batch, one statement a table (speed rules):
 * it then has a method `settle`, called once before the commit.
 */
async function settle(store: unknown): Promise<void> {
  await (store as { settle?: () => Promise<void> }).settle?.();
}
