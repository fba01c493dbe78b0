import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { connections } from '../database/connection.js';
import type { Log } from '../log/logger.js';
import { isAboutValues } from '../database/sql-state.js';
import {
  BusStopped,
  RefusedByBus,
  type EventBus,
  type FoundLog,
  type OutgoingEvent,
  type Standing,
  type Subscription,
} from './event-bus.js';
import { partitionOf } from './partition.js';
import { PgLog } from './pg-log.js';
import { PgLogReader } from './pg-log-reader.js';
import { wakeUpOf, TopicSignals } from './topic-signals.js';

/** The ordered log in Postgres (embedded edition): offsets without gaps, group positions and leases as rows. */
export class PgLogBus implements EventBus {
  readonly kind = 'postgres';
  private readonly pool: Pool;
  private readonly signals: TopicSignals;
  private readonly readers = new Set<PgLogReader>();
  private stopped = false;
  private readonly pgLog: PgLog;

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
    this.pool = connections(
      {
        connectionString: settings.url,
        max: settings.pool,
        // Statements that need not wait for each other travel together; nothing here keeps a portal open.
        pipeline: true,
        application_name: `shulian-${settings.service}-bus`,
        connectionTimeoutMillis: 5_000,
        statement_timeout: 20_000,
        // A lease is a transaction that waits for its handlers; only a zombie waits this long.
        idle_in_transaction_session_timeout: 60_000,
      },
      (err) => log.warn({ err }, 'an idle bus connection was lost'),
    );
    this.signals = new TopicSignals(settings, log);
    this.pgLog = new PgLog(this.pool, settings.topicPrefix);
  }

  async publish(events: readonly OutgoingEvent[]): Promise<void> {
    if (events.length === 0) return;
    const column = <T>(of: (event: OutgoingEvent) => T): T[] => events.map(of);
    const client = await this.pool.connect();
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
      const woken = client.query(wakeUpOf(events.map(({ topic }) => this.settings.topicPrefix + topic)));
      const [outcome] = await Promise.allSettled([appended, woken]);
      // A signal that did not come is no loss: the readers look by themselves.
      if (outcome.status === 'rejected')
        throw isAboutValues(outcome.reason)
          ? new RefusedByBus('the log refuses a value', { cause: outcome.reason })
          : outcome.reason;
    } finally {
      client.release();
    }
  }

  async sweep(): Promise<void> {
    await this.pool.query('select bus.sweep()');
  }

  async subscribe(subscription: Subscription): Promise<void> {
    if (this.stopped) throw new BusStopped();
    const reader = new PgLogReader(this.pool, this.pgLog, subscription, this.log);
    // Before it starts: whoever stops the bus meanwhile must find it.
    this.readers.add(reader);
    try {
      await reader.start((topics) => this.signals.follow(topics));
    } catch (error) {
      this.readers.delete(reader);
      throw error;
    }
  }

  look(topics: readonly string[]): Promise<FoundLog> {
    return this.pgLog.found(topics, []);
  }

  renew(group: string, why: string): Promise<void> {
    for (const reader of this.readers) if (reader.subscription.group === group) reader.renew(why);
    return Promise.resolve();
  }

  async stop(deadlineMs: number): Promise<void> {
    this.stopped = true;
    const loops = [...this.readers].map((reader) => reader.stop());
    this.signals.raise();
    await Promise.race([Promise.all(loops), pause(deadlineMs, undefined, { ref: false })]);
    await this.signals.stop();
    await Promise.race([this.pool.end(), pause(1_000, undefined, { ref: false })]);
  }

  async standing(): Promise<ReadonlyMap<string, Standing>> {
    return new Map(
      await Promise.all(
        [...this.readers].map(
          async (reader) => [reader.subscription.group, await reader.standing()] as const,
        ),
      ),
    );
  }

  private partitionsOf(topic: string): number {
    const partitions = this.settings.partitions.get(topic);
    if (partitions === undefined) throw new Error(`no topic ${topic} is registered`);
    return partitions;
  }
}
