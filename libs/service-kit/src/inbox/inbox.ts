import { setTimeout as pause } from 'node:timers/promises';
import { laneOf, type DeliveredRecord, type Held, type Positions } from '../bus/event-bus.js';
import { killPoint } from '../bus/kill-point.js';
import { OutOfPlace } from '../bus/placing.js';
import type { Database } from '../database/database.js';
import type { Session } from '../database/session.js';
import { codeOf, isAway, isTransient } from '../database/sql-state.js';
import type { Log } from '../log/logger.js';
import type { EventSchemas } from '../outbox/event-schemas.js';
import type { EventWriter } from '../outbox/outbox.js';
import type { TxOn } from '../transaction/tx.js';
import type { Arrivals } from './arrivals.js';
import { within } from '../clock/deadline.js';
import { BeginAgain, enter, FirstOfLanes, placeOf, type Entered } from './entering.js';
import { opened, type Opened } from './envelope.js';
import { handle, Odd, reasonOf, type Room } from './handling.js';
import { keyIsParked, nextParked, park, resolve } from './parking.js';
import { positionsOf } from './positions.js';

const PERMANENT_TRIES = 3;
/** How long a batch may wait for better times before its partitions are handed back, in milliseconds. */
const MAX_WAIT_MS = 2_000;

/**
 * Digests each event once: positions moved and ids remembered in the transaction of the effect, types that are not meant
 * passed over, broken ones parked with the reason; while a key has something parked, its later events park behind it.
 */
export class Inbox {
  constructor(
    private readonly database: Database,
    private readonly txOn: TxOn,
    private readonly schemas: EventSchemas,
    private readonly arrivals: Arrivals,
    private readonly log: Log,
    private readonly events: Pick<EventWriter, 'made'>,
    /** Pokes the relay, after a digestion that announced something: most announce nothing, and a look costs a trip. */
    private readonly announced: () => void,
    private readonly isStopping: () => boolean,
    /** A transaction of handlers that takes longer is given up, in milliseconds. */
    private readonly deadline: number,
  ) {}

  /** Records in the order of their partitions: together in one transaction, or one by one when one of them is trouble. */
  async digest(room: Room, records: readonly DeliveredRecord[]): Promise<Held[]> {
    const startedAt = performance.now();
    const made = this.events.made;
    const held = new Map<string, Held>();
    const batch = records.map(opened);
    try {
      await this.together(room, batch);
    } catch (error) {
      let gone = isGone(error) || this.isStopping() ? error : null;
      for (const one of gone === null ? batch : []) {
        const lane = laneOf(one.record);
        if (held.has(lane)) continue;
        const why = await this.alone(room, one, startedAt + MAX_WAIT_MS);
        if (why !== null) held.set(lane, { topic: one.record.topic, part: one.record.part, why });
        if (isGone(why)) gone = why;
        if (gone !== null) break;
      }
      // Nothing can be done for any of them now, and waiting a while for each would take long.
      if (gone !== null)
        for (const { topic, part } of records) {
          const lane = laneOf({ topic, part });
          held.set(lane, held.get(lane) ?? { topic, part, why: gone });
        }
    }
    this.arrivals.raise();
    if (this.events.made !== made) this.announced();
    this.log.debug(
      {
        room: room.handler,
        events: records.length,
        eventId: records.at(-1)?.eventId,
        held: [...held.keys()],
        ms: Math.round(performance.now() - startedAt),
      },
      'digested',
    );
    return [...held.values()];
  }

  positionsOf(room: Room, topics: readonly string[]): Positions {
    return positionsOf(this.database, room.handler, topics);
  }

  private async together(room: Room, batch: readonly Opened[]): Promise<void> {
    const parked = new Map<Opened, string>();
    await this.entering(room, batch, async (session, entered) => {
      const tx = this.txOn(session);
      const parkedNow = new Set<string>();
      parked.clear();
      for (const one of batch) {
        const { record, event, odd } = one;
        if (entered.isBehindParked(record) || parkedNow.has(placeOf(record)))
          throw new Error('a key of the batch is parked');
        if (!entered.takes(one)) continue;
        if (odd === null) await handle(room, this.schemas, event, tx);
        else {
          if (!(await park(session, room.handler, one, odd, 1))) continue;
          parked.set(one, odd);
          if (record.key !== null) parkedNow.add(placeOf(record));
        }
      }
      await tx.settle();
      killPoint('handler.beforeCommit');
    });
    killPoint('handler.afterCommit');
    for (const [one, odd] of parked) this.tellParked(room, one, odd);
  }

  /**
   * Transient trouble is waited out for a while, permanent trouble is tried three times and then parked. Nothing is
   * skipped.
   * @returns what keeps the partition of the record from going on, or null when it is done
   */
  private async alone(room: Room, one: Opened, until: number): Promise<unknown> {
    const { record, event, odd } = one;
    for (let failures = 0, waits = 0; ;) {
      try {
        await this.entering(room, [one], async (session, entered) => {
          if (!entered.takes(one)) return;
          if (odd !== null) throw new Odd(odd);
          if (entered.isBehindParked(record) && (await keyIsParked(session, room.handler, record))) {
            await park(session, room.handler, one, 'behind a parked event of the same key', 0);
            return;
          }
          const tx = this.txOn(session);
          await handle(room, this.schemas, event, tx);
          await tx.settle();
        });
        return null;
      } catch (error) {
        if (error instanceof OutOfPlace || this.isStopping()) return error;
        if (isTransient(error)) {
          waits += 1;
          const wait = 200 * 2 ** waits * (0.5 + Math.random() / 2);
          if (performance.now() + wait > until) return error;
          await pause(wait);
        } else {
          failures += 1;
          if (failures >= PERMANENT_TRIES || error instanceof Odd)
            return this.parkForGood(room, one, error, failures);
          await pause(20 * failures);
        }
      }
    }
  }

  /** @returns what keeps it even from being parked, or null */
  private async parkForGood(room: Room, one: Opened, error: unknown, attempts: number): Promise<unknown> {
    const reason = reasonOf(error);
    let waits = false;
    try {
      await this.entering(room, [one], async (session, entered) => {
        waits = entered.takes(one) && (await park(session, room.handler, one, reason, attempts));
      });
    } catch (failed) {
      return failed;
    }
    if (waits) this.tellParked(room, one, reason, error);
    return null;
  }

  private tellParked(room: Room, { record, event }: Opened, reason: string, err?: unknown): void {
    const { topic, part, offset } = record;
    this.log.error(
      { room: room.handler, topic, part, offset: String(offset), eventId: event?.id, reason, err },
      'event parked',
    );
  }

  /** A transaction that begins with the positions of the batch and ends in time. */
  private async entering(
    room: Room,
    batch: readonly Opened[],
    work: (session: Session, entered: Entered) => Promise<void>,
  ): Promise<void> {
    for (;;) {
      try {
        return await this.database.inTransaction(async (session) => {
          const entered = await enter(session, room.handler, (type) => room.handlers.has(type), batch);
          await within(this.deadline, work(session, entered));
        });
      } catch (error) {
        if (error instanceof FirstOfLanes)
          await this.database.inTransaction((session) => error.make(session));
        else if (!(error instanceof BeginAgain)) throw error;
      }
    }
  }

  /**
   * Digests what is parked for a key, in the order of the log, each event in a transaction of its own; stops at the
   * first one that still fails. The advisory lock keeps live events of the key out meanwhile.
   */
  async replay(room: Room, topic: string, key: string, by: string): Promise<Replayed> {
    const made = this.events.made;
    let resolved = 0;
    try {
      while (await this.replayNext(room, topic, key, by)) resolved += 1;
    } catch (error) {
      if (isTransient(error)) throw error;
      this.log.warn({ room: room.handler, topic, err: error }, 'a parked event still fails');
      return { resolved, stillFails: reasonOf(error) };
    } finally {
      this.arrivals.raise();
      if (this.events.made !== made) this.announced();
    }
    return { resolved };
  }

  /** @returns whether there was one */
  private replayNext(room: Room, topic: string, key: string, by: string): Promise<boolean> {
    return this.database.inTransaction(async (session) => {
      const parked = await nextParked(session, room.handler, topic, key);
      if (parked === null) return false;
      const { event, odd } = parked.opened;
      if (odd !== null) throw new Odd(odd);
      const tx = this.txOn(session);
      await within(
        this.deadline,
        handle(room, this.schemas, event, tx).then(() => tx.settle()),
      );
      await resolve(session, room.handler, parked, by);
      return true;
    });
  }
}

/** How many parked events were digested, and why the next one was not. */
export type Replayed = { readonly resolved: number; readonly stillFails?: string };

/** The database itself is away, and not just slow with one statement. */
const isGone = (error: unknown): boolean => isAway(error) && codeOf(error) !== '57014';
