import { setTimeout as pause } from 'node:timers/promises';
import { Client, Pool, type PoolClient } from 'pg';
import type { Log } from '../log/logger.js';
import { Bell } from './bell.js';
import type { DeliveredEvent, EventBus, OutgoingEvent, Standing, Subscription } from './event-bus.js';
import { partitionOf } from './partition.js';

const BATCH = 100;
/** Notifications are hints; the table is the truth and is looked at this often, in milliseconds. */
const LOOK_EVERY = 500;
/**
 * After a round the next one is left to fill up this long, in milliseconds: a batch costs a dozen trips to the database
 * whether it holds one event or a hundred. The first event after a rest is digested at once.
 */
const GATHER = 60;
const CHANNEL = 'bus';

type Lane = { readonly topic: string; readonly part: number };
type LogRow = {
  topic: string;
  part: number;
  offset: string;
  event_id: string;
  key: string;
  type: string;
  payload: string;
};

/** The ordered log in Postgres (embedded edition): offsets without gaps, group positions and leases as rows. */
export class PgLogBus implements EventBus {
  readonly kind = 'postgres';
  private readonly pool: Pool;
  /** One for each group: a ring that one of them heard is not lost to the others. */
  private readonly bells = new Set<Bell>();
  private readonly loops: Promise<void>[] = [];
  private readonly groups: Subscription[] = [];
  private listener: Client | undefined;
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
      application_name: `shulian-${settings.service}-bus`,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 20_000,
      // A lease is a transaction that waits for its handlers; only a zombie waits this long.
      idle_in_transaction_session_timeout: 60_000,
    });
    this.pool.on('error', (err) => log.warn({ err }, 'an idle bus connection was lost'));
  }

  async publish(events: readonly OutgoingEvent[]): Promise<void> {
    if (events.length === 0) return;
    const column = <T>(of: (event: OutgoingEvent) => T): T[] => events.map(of);
    await this.pool.query({
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
    // After the commit and once a batch: NOTIFY takes a lock of the whole cluster at commit.
    await this.pool.query(`notify ${CHANNEL}`);
  }

  async subscribe(subscription: Subscription): Promise<void> {
    const topics = subscription.topics.map((topic) => this.settings.topicPrefix + topic);
    await this.pool.query(
      `insert into bus.grp (grp, topic, part) select $1, topic, part from bus.part where topic = any($2)
       on conflict do nothing`,
      [this.groupName(subscription.group), topics],
    );
    if (this.listener === undefined) await this.listen();
    this.groups.push(subscription);
    this.loops.push(this.follow(subscription));
  }

  async stop(deadlineMs: number): Promise<void> {
    this.stopping = true;
    this.ring();
    await Promise.race([Promise.all(this.loops), pause(deadlineMs, undefined, { ref: false })]);
    await this.listener?.end().catch(() => undefined);
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

  private ring(): void {
    for (const bell of this.bells) bell.ring();
  }

  private groupName(group: string): string {
    return this.settings.topicPrefix + group;
  }

  private partitionsOf(topic: string): number {
    const partitions = this.settings.partitions.get(topic);
    if (partitions === undefined) throw new Error(`no topic ${topic} is registered`);
    return partitions;
  }

  private async listen(): Promise<void> {
    const listener = new Client({
      connectionString: this.settings.url,
      application_name: `shulian-${this.settings.service}-bell`,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    this.listener = listener;
    listener.on('notification', () => this.ring());
    const again = (): void => {
      if (this.listener !== listener || this.stopping) return;
      this.listener = undefined;
      void pause(1_000).then(() => (this.stopping ? undefined : this.listen().catch(() => undefined)));
    };
    listener.on('error', again);
    listener.on('end', again);
    try {
      await listener.connect();
      await listener.query(`listen ${CHANNEL}`);
    } catch (err) {
      this.log.warn({ err }, 'cannot listen to the bus; looking at the table instead');
      again();
    }
  }

  private async follow(subscription: Subscription): Promise<void> {
    const bell = new Bell();
    this.bells.add(bell);
    let failures = 0;
    while (!this.stopping) {
      try {
        const lanes = await this.unread(subscription);
        let digested = 0;
        for (const lane of lanes) {
          if (this.stopping) return;
          digested += await this.digestLane(subscription, lane);
        }
        failures = 0;
        if (digested === 0) await bell.heard(LOOK_EVERY);
        else if (digested < lanes.length * BATCH) await pause(GATHER);
      } catch (err) {
        if (this.stopping) return;
        failures += 1;
        this.log.warn({ err, group: subscription.group }, 'digesting stopped, trying again');
        await bell.heard(Math.min(200 * 2 ** failures, 10_000));
      }
    }
  }

  private async unread(subscription: Subscription): Promise<Lane[]> {
    const { rows } = await this.pool.query<Lane>({
      name: 'bus.unread',
      text: `select g.topic, g.part from bus.grp g join bus.part p using (topic, part)
             where g.grp = $1 and g.topic = any($2) and p.next_offset > g.committed order by 1, 2`,
      values: [
        this.groupName(subscription.group),
        subscription.topics.map((topic) => this.settings.topicPrefix + topic),
      ],
    });
    return rows;
  }

  /** One batch of one partition under a lease: a row lock that dies with the session. */
  private async digestLane(subscription: Subscription, lane: Lane): Promise<number> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    const lost = (error: Error): void => {
      broken = error;
    };
    client.on('error', lost);
    try {
      await client.query('begin');
      const events = await this.leased(client, subscription.group, lane);
      if (events.length > 0) {
        await subscription.digest(events);
        await client.query({
          name: 'bus.commit',
          text: 'update bus.grp set committed = $4 where grp = $1 and topic = $2 and part = $3',
          values: [
            this.groupName(subscription.group),
            lane.topic,
            lane.part,
            String((events.at(-1)?.offset ?? -1n) + 1n),
          ],
        });
      }
      await client.query('commit');
      return events.length;
    } catch (error) {
      await client.query('rollback').catch((failed: unknown) => lost(failed as Error));
      throw error;
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  }

  private async leased(client: PoolClient, group: string, lane: Lane): Promise<DeliveredEvent[]> {
    const lease = await client.query<{ committed: string }>({
      name: 'bus.lease',
      text: `select committed from bus.grp where grp = $1 and topic = $2 and part = $3 for update skip locked`,
      values: [this.groupName(group), lane.topic, lane.part],
    });
    const committed = lease.rows[0]?.committed;
    if (committed === undefined) return [];
    const { rows } = await client.query<LogRow>({
      name: 'bus.read',
      text: `select topic, part, "offset", event_id, key, type, payload::text as payload from bus.log
             where topic = $1 and part = $2 and "offset" >= $3 order by "offset" limit ${BATCH}`,
      values: [lane.topic, lane.part, committed],
    });
    return rows.map((row) => ({
      eventId: row.event_id,
      topic: row.topic.slice(this.settings.topicPrefix.length),
      part: row.part,
      offset: BigInt(row.offset),
      key: row.key,
      type: row.type,
      payload: row.payload,
    }));
  }
}
