import type { Pool } from 'pg';
import { Problem } from '../problem/refused.js';
import { connections } from './connection.js';
import { BY_INDEX } from './database.js';
import { queryOf, type Rows, type Statement } from './session.js';
import { codeOf } from './sql-state.js';

/** How long a list waits for its turn, and how long its statement may take; an answer that is later helps nobody. */
const TURN_WITHIN_MS = 3_000;
const STATEMENT_WITHIN_MS = 10_000;
/** For each connection so many may wait for it. */
const WAITING_PER_CONNECTION = 4;
const RETRY_AFTER_SECONDS = 2;

/**
 * Every question has other conditions: planned for those it has, and not compiled, which takes longer than most answers. No
 * writes, and one core for one reader: what computes for long must not take all of the machine from the desks.
 */
const READING = [
  '-c jit=off',
  '-c default_transaction_read_only=on',
  '-c plan_cache_mode=force_custom_plan',
  '-c max_parallel_workers_per_gather=0',
  // A report of the county joins 300,000 readers: in memory, not by way of files. Few connections do so at once.
  '-c work_mem=32MB',
].join(' ');

/** Too many ask at once, or for too much: it was not done, and may be asked again. */
const busy = (): Problem => new Problem(503, 'service.busy', { retryAfterSeconds: RETRY_AFTER_SECONDS });

/**
 * The database for lists, searches, figures and reports: a few connections of its own, so that a desk never waits behind
 * whoever reads. Bounded in everything: connections, who waits, the time of waiting and of a statement. Look-ups that a
 * decision at the desk needs, and single things by their id, belong to `Database`.
 */
export class Lists implements Rows {
  /** How many may ask at once: those who are answered, and those who wait. */
  readonly places: number;
  private readonly pool: Pool;
  private asking = 0;

  constructor(settings: {
    readonly url: string;
    readonly service: string;
    readonly pool: number;
    readonly planByIndex?: boolean;
    readonly statementWithinMs?: number;
  }) {
    this.places = settings.pool * (1 + WAITING_PER_CONNECTION);
    this.pool = connections({
      connectionString: settings.url,
      max: settings.pool,
      application_name: `shulian-${settings.service}-lists`,
      connectionTimeoutMillis: TURN_WITHIN_MS,
      idleTimeoutMillis: 60_000,
      statement_timeout: settings.statementWithinMs ?? STATEMENT_WITHIN_MS,
      options: settings.planByIndex === true ? `${BY_INDEX} ${READING}` : READING,
    });
  }

  /** @throws Problem 503 `service.busy` when too many wait already, the turn did not come, or the answer took too long */
  async rows<Row>(what: Statement | string, values: readonly unknown[] = []): Promise<Row[]> {
    if (this.asking >= this.places) throw busy();
    this.asking += 1;
    try {
      return (await this.pool.query(queryOf(what, values))).rows as Row[];
    } catch (error) {
      if (codeOf(error) === '57014' || this.isFull(error)) throw busy();
      throw error;
    } finally {
      this.asking -= 1;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  /** The same words mean a database that is away; while all connections are in use it is only their number. */
  private isFull(error: unknown): boolean {
    return (
      error instanceof Error &&
      error.message.startsWith('timeout exceeded when trying to connect') &&
      this.pool.totalCount >= (this.pool.options.max ?? 0)
    );
  }
}

/** Of each instance one connection for all who have not signed in; what takes longer than this helps nobody at a terminal. */
const PUBLIC_CONNECTIONS = 1;
const PUBLIC_STATEMENT_WITHIN_MS = 2_000;

/** The same for what may be read without signing in: a crowd at the search terminals keeps nobody else waiting. */
export class PublicLists extends Lists {
  static of(settings: {
    readonly url: string;
    readonly service: string;
    readonly planByIndex: boolean;
  }): PublicLists {
    return new PublicLists({
      ...settings,
      service: `${settings.service}-public`,
      pool: PUBLIC_CONNECTIONS,
      statementWithinMs: PUBLIC_STATEMENT_WITHIN_MS,
    });
  }
}
