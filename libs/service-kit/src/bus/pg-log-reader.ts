import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { beginWith } from '../database/begin-with.js';
import type { Log } from '../log/logger.js';
import { Signal } from './signal.js';
import {
  laneOf,
  type DeliveredRecord,
  type FoundLog,
  type Held,
  type Lane,
  type Position,
  type Standing,
  type Subscription,
} from './event-bus.js';
import { endsOf, leaseOf, moveTo, placeAt, type LogRow } from './lease.js';
import { Notices } from './notices.js';
import type { PgLog } from './pg-log.js';
import { AnotherLog, OutOfPlace, placeLanes } from './placing.js';
import { keyOf } from './record-key.js';
import { Rests } from './rests.js';

/** Notifications are hints; the table is the truth and is looked at this often, in milliseconds. */
const LOOK_EVERY = 500;
/**
 * After a round the next one is left to fill up this long, in milliseconds: a round costs half a dozen trips to the
 * database and wakes two processes, whether it holds one event or hundreds. The first event after a rest is digested at
 * once; under load an event waits half of this on average, so that with the relay's gathering and the work itself the
 * lag stays below 80 ms on average (speed rules), and below 250 ms at worst.
 */
const GATHER = 80;
const NOBODY: ReadonlySet<string> = new Set();

type Round = { readonly digested: number; readonly more: boolean; readonly held: readonly Held[] };
const NOTHING: Round = { digested: 0, more: false, held: [] };

/** Reads the topics of one group in rounds: from its positions on, whatever its rows in the log say. */
export class PgLogReader {
  private loop: Promise<void> = Promise.resolve();
  /** Changes when the loop is given up; an old one ends when it notices. */
  private turn = {};
  private leased: PoolClient | undefined;
  private signal = new Signal();
  private readonly rests = new Rests();
  private readonly notices: Notices;
  private readonly group: string;
  private readonly topics: readonly string[];
  private logId = '';
  private stopping = false;

  constructor(
    private readonly pool: Pool,
    private readonly pgLog: PgLog,
    readonly subscription: Subscription,
    private readonly log: Log,
  ) {
    this.notices = new Notices(log, subscription.group);
    const prefixed = (name: string): string => pgLog.prefixed({ topic: name, part: 0 }).topic;
    this.group = prefixed(subscription.group);
    this.topics = subscription.topics.map(prefixed);
  }

  /** @param listen gives the signal that is raised for the topics of the group */
  async start(listen: (topics: readonly string[]) => Promise<Signal>): Promise<void> {
    await this.place(null, NOBODY);
    this.signal = await listen(this.topics);
    this.loop = this.follow(this.turn);
  }

  /** The old loop may hang in a round: its lease ends with its connection, and nobody waits for it. */
  renew(why: string): void {
    this.notices.note(why);
    this.turn = {};
    this.leased?.release(new Error(why));
    this.leased = undefined;
    const { turn } = this;
    this.loop = (async () => {
      await this.untilPlaced(turn);
      await this.follow(turn);
    })();
  }

  stop(): Promise<void> {
    this.stopping = true;
    return this.loop;
  }

  async standing(): Promise<Standing> {
    const [{ rows }, stands] = await Promise.all([
      this.pool.query<{ lag: string | null }>(
        `select sum(p.next_offset - coalesce(g.committed, 0)) as lag
         from bus.part p left join bus.grp g on g.topic = p.topic and g.part = p.part and g.grp = $1
         where p.topic = any($2)`,
        [this.group, this.topics],
      ),
      this.subscription.positions.read(),
    ]);
    return {
      joined: true,
      lag: BigInt(rows[0]?.lag ?? 0),
      reached: stands.reduce((sum, { nextOffset }) => sum + nextOffset, 0n),
      why: [...this.notices.shown(), ...this.rests.why()],
    };
  }

  private async untilPlaced(turn: object): Promise<void> {
    while (!this.stopping && turn === this.turn) {
      try {
        return await this.place(null, NOBODY);
      } catch (err) {
        this.log.warn({ err, group: this.subscription.group }, 'where to read from cannot be found out yet');
        await pause(1_000);
      }
    }
  }

  /** Has these partitions (null: all) read from where the group stands. */
  private async place(lanes: readonly Lane[] | null, swapped: ReadonlySet<string>): Promise<void> {
    // Before the positions: a group is never beyond them, unless someone has put them back.
    const committed = await this.pgLog.committed(this.group);
    const say = (lane: Lane, why: string): void => {
      if (this.subscription.newestOnly !== true) this.notices.note(`${laneOf(lane)}: ${why}`);
    };
    const { topics, positions } = this.subscription;
    const find = (known: readonly Position[]): Promise<FoundLog> => this.pgLog.found(topics, known);
    const { log, stands } = await placeLanes(positions, find, lanes, swapped, say);
    this.logId = log.logId;
    const places = (lanes ?? log.lanes).flatMap((lane) => {
      const next = stands.get(laneOf(lane))?.nextOffset;
      const was = committed.get(laneOf(lane)) ?? null;
      return next === undefined || next === was
        ? []
        : [{ ...this.pgLog.prefixed(lane), committed: was, next }];
    });
    if (places.length > 0) await this.pool.query(placeAt(this.group, places));
  }

  private async follow(turn: object): Promise<void> {
    const goesOn = (): boolean => !this.stopping && turn === this.turn;
    let failures = 0;
    while (goesOn()) {
      try {
        const { digested, more, held } = await this.digestUnread(turn);
        failures = 0;
        await this.hold(held);
        if (more) continue;
        if (digested > 0) await pause(GATHER);
        // One that was raised meanwhile was kept, and wakes at once.
        await this.signal.wait(LOOK_EVERY);
      } catch (err) {
        if (!goesOn()) return;
        failures += 1;
        this.log.warn({ err, group: this.subscription.group }, 'digesting stopped, trying again');
        await this.signal.wait(Math.min(200 * 2 ** failures, 10_000));
      }
    }
  }

  /**
   * One round: a batch of all unread partitions under their leases, digested, and their positions moved in the commit
   * that gives the leases back. A partition that could not go on stays where it is and rests, while the others go on;
   * when the round fails none has moved, and the inbox drops what was done of it.
   */
  private async digestUnread(turn: object): Promise<Round> {
    const client = await this.pool.connect();
    if (turn !== this.turn) {
      // Given up while it waited: the connection is for the loop in its place.
      client.release();
      return NOTHING;
    }
    let broken: Error | undefined;
    this.leased = client;
    try {
      const resting = this.rests.lanes().map((lane) => this.pgLog.prefixed(lane));
      const { rows } = await beginWith<LogRow>(client, leaseOf(this.group, this.topics, resting));
      if (rows.length === 0) {
        await client.query('commit');
        return NOTHING;
      }
      const held = await this.subscription.digest(this.delivered(rows));
      if (turn !== this.turn) return NOTHING;
      const isHeld = new Set(held.map(laneOf));
      const ends = endsOf(rows).filter(
        ({ topic, part }) => !isHeld.has(laneOf({ topic: this.pgLog.named(topic), part })),
      );
      await Promise.all([client.query(moveTo(this.group, ends)), client.query('commit')]);
      for (const { topic, part } of ends) this.rests.wentOn({ topic: this.pgLog.named(topic), part });
      const more = ends.some(({ offset, next_offset }) => BigInt(offset) + 1n < BigInt(next_offset));
      return { digested: rows.length, more, held };
    } catch (error) {
      // A rollback that fails means the connection is gone, and with it the transaction.
      if (turn === this.turn)
        await client.query('rollback').catch((failed: unknown) => {
          broken = failed as Error;
        });
      throw error;
    } finally {
      // One that was given up has been released already.
      if (this.leased === client) {
        this.leased = undefined;
        client.release(broken);
      }
    }
  }

  private async hold(held: readonly Held[]): Promise<void> {
    for (const { why, ...lane } of held) {
      if (why instanceof OutOfPlace)
        await this.place([lane], why instanceof AnotherLog ? new Set([laneOf(lane)]) : NOBODY);
      else {
        this.rests.failed({ why, ...lane });
        this.log.warn({ err: why, group: this.subscription.group, lane: laneOf(lane) }, 'a partition waits');
      }
    }
  }

  private delivered(rows: readonly LogRow[]): DeliveredRecord[] {
    let before: LogRow | undefined;
    return rows.map((row) => {
      const isNext = before?.topic === row.topic && before.part === row.part;
      const from = isNext ? BigInt(before?.offset ?? 0) + 1n : BigInt(row.committed);
      before = row;
      return {
        topic: this.pgLog.named(row.topic),
        part: row.part,
        offset: BigInt(row.offset),
        from,
        logId: this.logId,
        eventId: row.event_id,
        key: keyOf(row.key),
        type: row.type,
        payload: row.payload,
        raw: () => ({ key: Buffer.from(row.key), value: Buffer.from(row.payload), headers: null }),
      };
    });
  }
}
