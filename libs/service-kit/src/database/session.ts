import type { PoolClient, QueryConfig } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';

/** SQL with a name is planned once per connection; every statement of a hot path has one (speed rules). */
export type Statement = { readonly name: string; readonly text: string };

export const statement = (name: string, text: string): Statement => ({ name, text });

/** Runs SQL; on a session inside its transaction, on the database by itself. */
export interface Rows {
  rows<Row>(what: Statement | string, values?: readonly unknown[]): Promise<Row[]>;
}

/** One open transaction: repositories are built on it and exist only inside `Transaction.run`. */
export class Session implements Rows {
  constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
  ) {}

  get manager(): EntityManager {
    return this.runner.manager;
  }

  async rows<Row>(what: Statement | string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query(queryOf(what, values))).rows as Row[];
  }
}

export function queryOf(what: Statement | string, values: readonly unknown[]): QueryConfig {
  return typeof what === 'string'
    ? { text: what, values: [...values] }
    : { name: what.name, text: what.text, values: [...values] };
}
