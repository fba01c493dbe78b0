import type { PoolClient, QueryConfig } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { beginWith } from './begin-with.js';
import { codeOf } from './sql-state.js';

/** SQL with a name is planned once per connection; every statement of a hot path has one (speed rules). */
export type Statement = { readonly name: string; readonly text: string };

/** By name and text: one that is made again and again is remembered once. */
const named = new Map<string, Statement>();

/** Every statement that was given a name since this was asked last. */
export function takeNamedStatements(): Statement[] {
  const taken = [...named.values()];
  named.clear();
  return taken;
}

export function statement(name: string, text: string): Statement {
  const made = { name, text };
  named.set(`${name} ${text}`, made);
  return made;
}

/** Runs SQL; on a session inside its transaction, on the database by itself. */
export interface Rows {
  rows<Row>(what: Statement | string, values?: readonly unknown[]): Promise<Row[]>;
}

/**
 * One transaction: repositories are built on it and exist only inside `Transaction.run`. It begins with its first
 * statement, in the same trip; when that one fails, every later one fails with the same error.
 */
export class Session implements Rows {
  private opening: Promise<unknown> | undefined;
  private ended = false;
  /** SQLSTATE of the first statement that failed. */
  private failedWith: string | undefined;
  private runner: QueryRunner | undefined;

  constructor(
    private readonly client: PoolClient,
    private readonly dataSource: DataSource,
  ) {}

  /** TypeORM on the same connection, in the same transaction; what it would begin itself is a savepoint. */
  get manager(): EntityManager {
    this.runner ??= this.runnerInTransaction();
    return this.runner.manager;
  }

  async rows<Row>(what: Statement | string, values: readonly unknown[] = []): Promise<Row[]> {
    const query = queryOf(what, values);
    if (this.opening !== undefined || this.ended) {
      await this.begun();
      return (await this.noting(this.client.query(query))).rows as Row[];
    }
    const first = this.noting(beginWith(this.client, query));
    this.opening = first;
    return (await first).rows as Row[];
  }

  /**
   * Ends the transaction, if it ever began; from then on nothing more can be done with it.
   * @throws NothingCommitted, or what the first statement threw, when a statement failed and the work passed over it
   */
  async end(how: 'commit' | 'rollback'): Promise<void> {
    this.ended = true;
    if (this.opening === undefined) return;
    if (how === 'commit') await this.opening;
    const { command } = await this.client.query(how);
    if (how === 'commit' && command !== 'COMMIT') throw new NothingCommitted(this.failedWith);
  }

  private noting<T>(statement: Promise<T>): Promise<T> {
    // Beside the caller's own look at it; nobody waits for this one.
    statement.catch((error: unknown) => (this.failedWith ??= codeOf(error)));
    return statement;
  }

  private async begun(): Promise<void> {
    if (this.ended) throw new Error('the transaction has ended');
    this.opening ??= this.client.query('begin');
    await this.opening;
  }

  private runnerInTransaction(): QueryRunner {
    const runner = this.dataSource.createQueryRunner();
    const query = runner.query.bind(runner) as (...input: unknown[]) => Promise<unknown>;
    // What `connect` and `startTransaction` leave behind, without their trips; some of it is not public.
    return Object.assign(runner, {
      databaseConnection: this.client,
      isTransactionActive: true,
      transactionDepth: 1,
      query: async (...input: unknown[]) => {
        await this.begun();
        return this.noting(query(...input));
      },
    });
  }
}

/**
 * PostgreSQL answers the commit of a transaction in which a statement failed with ROLLBACK, and not with an error: who
 * passes over the failure (without a savepoint) must hear of it here, or everything is lost without a word. The code is
 * that of a failed transaction.
 */
export class NothingCommitted extends Error {
  readonly code = '25P02';

  /** @param failedWith SQLSTATE of the first statement that failed; its words could quote values */
  constructor(failedWith = 'unknown') {
    super(
      `a statement of the transaction failed (${failedWith}) and was passed over, so nothing of it was committed`,
      { cause: failedWith },
    );
  }
}

export function queryOf(what: Statement | string, values: readonly unknown[]): QueryConfig {
  return typeof what === 'string'
    ? { text: what, values: [...values] }
    : { name: what.name, text: what.text, values: [...values] };
}
