import type { Pool } from 'pg';
import type { DataSource, DataSourceOptions, EntitySchema, MigrationInterface } from 'typeorm';
import { Connection } from './connection.js';
import { queryOf, Session, type Rows, type Statement } from './session.js';

export type Migration = new () => MigrationInterface;

/**
 * A named statement keeps its plan until statistics are renewed. One that was made while a table was almost empty reads
 * it whole, and goes on doing so while a county takes up lending. No compiling either: before PostgreSQL 18 a plan that
 * cannot do without reading a table whole counts as very dear.
 */
export const BY_INDEX = '-c enable_seqscan=off -c jit=off';

/** Options of the data source of a service: its own role, its own schema (by the role's search_path). */
export function dataSourceOptions(settings: {
  url: string;
  service: string;
  pool: number;
  entities?: readonly EntitySchema[];
  migrations?: readonly Migration[];
  planByIndex?: boolean;
}): DataSourceOptions {
  return {
    type: 'postgres',
    url: settings.url,
    entities: [...(settings.entities ?? [])],
    migrations: [...(settings.migrations ?? [])],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    poolSize: settings.pool,
    applicationName: `shulian-${settings.service}`,
    extra: {
      Client: Connection,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 60_000,
      // A statement must end before a caller has given up, and a lock wait before that (decision 16).
      statement_timeout: 20_000,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 30_000,
      ...(settings.planByIndex === true ? { options: BY_INDEX } : {}),
    },
  };
}

/** The database of a service, outside a transaction: for `.query` files and look-ups. */
export class Database implements Rows {
  constructor(readonly dataSource: DataSource) {}

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  async rows<Row>(what: Statement | string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(queryOf(what, values))).rows as Row[];
  }

  /** Runs the work in one transaction; rolls back when it throws. Use `Transaction`, which hands out a store. */
  async inTransaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    const session = new Session(client, this.dataSource);
    try {
      const result = await work(session);
      await session.end('commit');
      return result;
    } catch (error) {
      // A rollback that fails means the connection is gone, and with it the transaction: the first error tells more.
      await session.end('rollback').catch((failed: unknown) => {
        broken = failed as Error;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }
}
