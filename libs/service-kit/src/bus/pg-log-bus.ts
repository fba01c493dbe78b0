import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { beginWith } from '../database/begin-with.js';
import type { Log } from '../log/logger.js';
import type { Bell } from './bell.js';
import type { DeliveredEvent, EventBus, OutgoingEvent, Standing, Subscription } from './event-bus.js';
import { endsOf, leaseOf, moveTo, type LogRow } from './lease.js';
import { partitionOf } from './partition.js';
import { ringOf, TopicBells } from './topic-bells.js';

/** Notifications are hints; the table is the truth and is looked at this often, in milliseconds. */
const LOOK_EVERY = 500;
/**
 * After a round the next one is left to fill up this long, in milliseconds: a round costs half a dozen trips to the
 * database and wakes two processes, whether it holds one event or hundreds. The first event after a rest is digested at
 * once; under load an event waits half of this on average, so that with the relay's gathering and the work itself the
 * lag stays below 80 ms on average (speed rules), and below 250 ms at worst.
 */
const GATHER = 80;

/** The ordered log in Postgres (embedded edition): offsets without gaps, group positions and leases as rows. */
export class PgLogBus implements EventBus {
  readonly kind = 'postgres';
  private readonly pool: Pool;
  private readonly bells: TopicBells;
  private readonly loops: Promise<void>[] = [];
  private readonly groups: Subscription[] = [];
  private stopping = false;

  constructor(
    private readonly settings: {
      readonly url: string;
      readonly service: string;
      readonly topicPrefix: string;
      readonly partitions: ReadonlyMap<string, number>;
      readonly pool: number;
    },
    private readonly log: Log,
  ) {
    this.pool = new Pool({
      connectionString: settings.url,
      max: settings.pool,
      // Statements that need not wait for each other travel together; nothing here keeps a portal open.
      pipeline: true,
      application_name: `shulian-${settings.service}-bus`,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 20_000,
      // A lease is a transaction that waits for its handlers; only a zombie waits this long.
      idle_in_transaction_session_timeout: 60_000,
    });
    this.pool.on('error', (err) => log.warn({ err }, 'an idle bus connection was lost'));
    this.bells = new TopicBells(settings, log);
  }

  async publish(events: readonly OutgoingEvent[]): Promise<void> {
    if (events.length === 0) return;
    const column = <T>(of: (event: OutgoingEvent) => T): T[] => events.map(of);
    const client = await this.pool.connect();
    const failed = (): void => undefined; // the query says so
    client.on('error', failed);
    try {
      const appended = client.query({
        name: 'bus.append',
        text: 'select bus.append($1::text[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::text[])',
        values: [
          column((event) => this.settings.topicPrefix + event.topic),
          column((event) => partitionOf(event.key, this.partitionsOf(event.topic))),
          column((event) => event.eventId),
          column((event) => event.key),
          column((event) => event.type),
          column((event) => event.payload),
        ],
      });
      // After the commit (a transaction of its own, though it travels with the first) and once a batch: NOTIFY takes a
      // lock of the whole cluster at commit. Only the topics that got something, so that nobody else is woken.
      const rung = client.query(ringOf(events.map(({ topic }) => this.settings.topicPrefix + topic)));
      const [outcome] = await Promise.allSettled([appended, rung]);
      // A bell that did not ring is no loss: the readers look by themselves.
      if (outcome.status === 'rejected') throw outcome.reason;
    } finally {
      client.off('error', failed);
      client.release();
    }
  }

  async subscribe(subscription: Subscription): Promise<void> {
    const topics = this.namesOf(subscription);
    await this.pool.query(
      `insert into bus.grp (grp, topic, part) select $1, topic, part from bus.part where topic = any($2)
       on conflict do nothing`,
      [this.groupName(subscription.group), topics],
    );
    const bell = await this.bells.follow(topics);
    this.groups.push(subscription);
    this.loops.push(this.follow(subscription, bell));
  }

  async stop(deadlineMs: number): Promise<void> {
    this.stopping = true;
    this.bells.ring();
    await Promise.race([Promise.all(this.loops), pause(deadlineMs, undefined, { ref: false })]);
    await this.bells.stop();
    await Promise.race([this.pool.end(), pause(1_000, undefined, { ref: false })]);
  }

  async standing(): Promise<ReadonlyMap<string, Standing>> {
    const { rows } = await this.pool.query<{ grp: string; lag: string }>(
      `select g.grp, sum(p.next_offset - g.committed) as lag
       from bus.grp g join bus.part p using (topic, part) where g.grp = any($1) group by g.grp`,
      [this.groups.map(({ group }) => this.groupName(group))],
    );
    const lags = new Map(rows.map((row) => [row.grp, BigInt(row.lag)]));
    return new Map(
      this.groups.map(({ group }) => [group, { joined: true, lag: lags.get(this.groupName(group)) ?? 0n }]),
    );
  }

  async rewind(group: string, topics: readonly string[]): Promise<void> {
    await this.pool.query('update bus.grp set committed = 0 where grp = $1 and topic = any($2)', [
      this.groupName(group),
      topics.map((topic) => this.settings.topicPrefix + topic),
    ]);
  }

  private namesOf({ topics }: Subscription): string[] {
    return topics.map((topic) => this.settings.topicPrefix + topic);
  }

  private groupName(group: string): string {
    return this.settings.topicPrefix + group;
  }

  private partitionsOf(topic: string): number {
    const partitions = this.settings.partitions.get(topic);
    if (partitions === undefined) throw new Error(`no topic ${topic} is registered`);
    return partitions;
  }

  private async follow(subscription: Subscription, bell: Bell): Promise<void> {
    let failures = 0;
    while (!this.stopping) {
      try {
        const { digested, more } = await this.digestUnread(subscription);
        failures = 0;
        if (more) continue;
        if (digested > 0) await pause(GATHER);
        // A ring that came meanwhile was kept, and is heard at once.
        await bell.heard(LOOK_EVERY);
      } catch (err) {
        if (this.stopping) return;
        failures += 1;
        this.log.warn({ err, group: subscription.group }, 'digesting stopped, trying again');
        await bell.heard(Math.min(200 * 2 ** failures, 10_000));
      }
    }
  }

  /**
   * One round: a batch of all unread partitions under their leases, digested, and their positions moved in the commit
   * that gives the leases back. When it fails no position has moved: the whole batch comes again, and the inbox drops
   * what was done of it.
   */
  private async digestUnread(subscription: Subscription): Promise<{ digested: number; more: boolean }> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    const lost = (error: Error): void => {
      broken = error;
    };
    client.on('error', lost);
    try {
      const lease = leaseOf(this.groupName(subscription.group), this.namesOf(subscription));
      const { rows } = await beginWith<LogRow>(client, lease);
      if (rows.length === 0) {
        await client.query('commit');
        return { digested: 0, more: false };
      }
      await subscription.digest(rows.map((row) => this.delivered(row)));
      const ends = endsOf(rows);
      await Promise.all([
        client.query(moveTo(this.groupName(subscription.group), ends)),
        client.query('commit'),
      ]);
      const more = ends.some(({ offset, next_offset }) => BigInt(offset) + 1n < BigInt(next_offset));
      return { digested: rows.length, more };
    } catch (error) {
      await client.query('rollback').catch((failed: unknown) => lost(failed as Error));
      throw error;
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  }

  private delivered(row: LogRow): DeliveredEvent {
    return {
      eventId: row.event_id,
      topic: row.topic.slice(this.settings.topicPrefix.length),
      part: row.part,
      offset: BigInt(row.offset),
      key: row.key,
      type: row.type,
      payload: row.payload,
    };
  }
}
