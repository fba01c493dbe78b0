import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { Bell } from '../bus/bell.js';
import type { EventBus } from '../bus/event-bus.js';
import { killPoint } from '../bus/kill-point.js';
import { BY_INDEX } from '../database/database.js';
import type { Log } from '../log/logger.js';

const BATCH = 200;
/** How long an idle relay sleeps without a poke, in milliseconds (speed rules: at most 50 ms of waiting when poked). */
const LOOK_EVERY = 500;
/** After a batch the next one is left to fill up this long, in milliseconds: posting one event costs as much as posting many. */
const GATHER = 25;
/** A leader that says nothing for this long is no leader any more, in milliseconds. */
const FROZEN_MS = 10_000;
const SWEEP_EVERY = 600_000;

type OutboxRow = { id: string; event_id: string; topic: string; key: string; type: string; payload: string };

/**
 * The postman: reads unpublished rows in id order, publishes, marks them. One active relay per service, by an advisory
 * lock on a session of its own; a second instance waits for it. Twice is allowed, never not at all.
 */
export class OutboxRelay {
  private readonly bell = new Bell();
  private stopping = false;
  private running: Promise<void> | undefined;
  private client: Client | undefined;

  constructor(
    private readonly settings: {
      readonly url: string;
      readonly service: string;
      readonly pausedFile: string;
    },
    private readonly bus: EventBus,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** There is something to send: called after a commit, costs nothing. */
  poke(): void {
    this.bell.ring();
  }

  async stop(deadlineMs: number): Promise<void> {
    this.stopping = true;
    this.bell.ring();
    await Promise.race([this.running, pause(deadlineMs, undefined, { ref: false })]);
    await this.client?.end().catch(() => undefined);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.lead();
      } catch (err) {
        if (!this.stopping) this.log.warn({ err }, 'the relay lost its database, starting over');
      } finally {
        await this.client?.end().catch(() => undefined);
        this.client = undefined;
      }
      if (!this.stopping) await pause(500);
    }
  }

  /** Waits for the leadership, then posts until the session or the process ends. */
  private async lead(): Promise<void> {
    const client = new Client({
      connectionString: this.settings.url,
      application_name: `shulian-${this.settings.service}-relay`,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 20_000,
      keepAlive: true,
      // A leader that is frozen (not dead) loses its session and with it the lock; a living one looks twice a second.
      // Its commits need not wait for the disk: a mark that is lost in a crash sends an event again, which is allowed.
      options: `${BY_INDEX} -c idle_session_timeout=${FROZEN_MS} -c synchronous_commit=off`,
    });
    this.client = client;
    client.on('error', () => undefined); // the next query fails and says so
    await client.connect();
    while (!this.stopping) {
      const { rows } = await client.query<{ leader: boolean }>(
        `select pg_try_advisory_lock(hashtext('shulian.relay'), hashtext($1)) as leader`,
        [this.settings.service],
      );
      if (rows[0]?.leader === true) break;
      await this.bell.heard(1_000);
    }
    let sweptAt = 0;
    let failures = 0;
    while (!this.stopping) {
      if (Date.now() - sweptAt > SWEEP_EVERY) {
        sweptAt = Date.now();
        // What is swept a little later harms nobody; what is not posted would.
        await sweep(client).catch((err: unknown) => this.log.warn({ err }, 'old rows were not swept away'));
      }
      const posted = this.isPaused() ? 0 : await this.post(client, failures);
      failures = posted < 0 ? failures + 1 : 0;
      if (posted < 0) await pause(Math.min(200 * 2 ** failures, FROZEN_MS / 2));
      else if (posted < BATCH) {
        if (posted > 0) await pause(GATHER);
        await this.bell.heard(LOOK_EVERY);
      }
    }
  }

  private isPaused(): boolean {
    return this.settings.pausedFile !== '' && existsSync(this.settings.pausedFile);
  }

  /** One batch; the number posted, or -1 when the bus did not take it. No transaction is open while it is sent. */
  private async post(client: Client, failures: number): Promise<number> {
    const { rows } = await client.query<OutboxRow>({
      name: 'relay.todo',
      text: `select id, event_id, topic, key, type, payload::text as payload from outbox
             where published_at is null order by id limit ${BATCH}`,
    });
    if (rows.length === 0) return 0;
    killPoint('relay.beforePublish');
    try {
      await this.bus.publish(
        rows.map((row) => ({
          eventId: row.event_id,
          topic: row.topic,
          key: row.key,
          type: row.type,
          payload: row.payload,
        })),
      );
    } catch (err) {
      if (failures % 10 === 0)
        this.log.warn({ err, waiting: rows.length }, 'the bus did not take the events');
      return -1;
    }
    killPoint('relay.afterPublish');
    await client.query({
      name: 'relay.mark',
      text: 'update outbox set published_at = clock_timestamp() where id = any($1::bigint[])',
      values: [rows.map((row) => row.id)],
    });
    return rows.length;
  }
}

/** What nobody can need any more: sent events after 7 days, digested ids after 35, answers to repeated requests after 24 h. */
async function sweep(client: Client): Promise<void> {
  // From the oldest on, so many and no further: a week of events is too much to read through each time.
  await client.query(`delete from outbox where id in (
    select id from (select id, published_at from outbox order by id limit 20000) oldest
    where published_at < clock_timestamp() - interval '7 days')`);
  await client.query(`delete from inbox where (handler, event_id) in (
    select handler, event_id from inbox where processed_at < clock_timestamp() - interval '35 days' limit 20000)`);
  await client.query(`delete from desk_request where asked_at < clock_timestamp() - interval '24 hours'`);
}
