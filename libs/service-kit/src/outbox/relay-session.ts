import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { Connection } from '../database/connection.js';
import { BY_INDEX } from '../database/database.js';

/** A leader that says nothing for this long is no leader any more, in milliseconds. */
export const FROZEN_MS = 10_000;
/** How often a leader that waits for its bus says that it is alive, in milliseconds. */
const ALIVE_EVERY = 2_500;
/** How long a server may take to say goodbye, in milliseconds. */
const GOODBYE = 2_000;

/** The session of a relay: one of a service's relays leads, by a lock that lives as long as its session. */
export class RelaySession {
  private constructor(
    readonly client: Client,
    private readonly service: string,
  ) {}

  static async open(settings: { readonly url: string; readonly service: string }): Promise<RelaySession> {
    const client = new Connection({
      connectionString: settings.url,
      application_name: `shulian-${settings.service}-relay`,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 20_000,
      keepAlive: true,
      // A leader that is frozen (not dead) loses its session and with it the lock; a living one looks twice a second.
      // Its commits need not wait for the disk: a mark that is lost in a crash sends an event again, which is allowed.
      options: `${BY_INDEX} -c idle_session_timeout=${FROZEN_MS} -c synchronous_commit=off`,
    });
    try {
      await client.connect();
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    return new RelaySession(client, settings.service);
  }

  /**
   * Whether this session leads now. `toldOfWork`: if another one does, it is told that there is something to send. After
   * the commit and on a session of its own: a notification takes a lock of the whole cluster at its commit.
   */
  async leads(toldOfWork: boolean): Promise<boolean> {
    const { rows } = await this.client.query<{ leader: boolean }>({
      name: 'relay.leads',
      text: `with attempt as materialized (
          select pg_try_advisory_lock(hashtext('shulian.relay'), hashtext($1)) as leader)
        select leader, case when $2 and not leader then pg_notify($3, '') end from attempt`,
      values: [this.service, toldOfWork, this.channel],
    });
    return rows[0]?.leader === true;
  }

  /** From now on `wake` is called when a relay that does not lead has something to send. */
  async listen(wake: () => void): Promise<void> {
    this.client.on('notification', wake);
    await this.client.query(`listen ${this.client.escapeIdentifier(this.channel)}`);
  }

  /**
   * Keeps the leadership while the work goes on outside of this session, however slow a bus is. A process that stands
   * still says nothing, and loses it.
   */
  async stayingAlive<T>(work: () => Promise<T> | undefined): Promise<T | undefined> {
    const beat = setInterval(
      () => void this.client.query('select').catch(() => undefined), // lost: the next query fails and says so
      ALIVE_EVERY,
    );
    try {
      return await work();
    } finally {
      clearInterval(beat);
    }
  }

  /** A connection on which nothing comes any more is cut. */
  async end(): Promise<void> {
    const ended = this.client.end().catch(() => undefined);
    const late = new AbortController();
    const cut = pause(GOODBYE, undefined, { signal: late.signal }).then(
      () => void this.client.connection.stream.destroy(),
      () => undefined,
    );
    await Promise.race([ended, cut]);
    late.abort();
  }

  private get channel(): string {
    return `relay.${this.service}`;
  }
}
