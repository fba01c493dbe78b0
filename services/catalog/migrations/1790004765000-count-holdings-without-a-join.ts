import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a copy is stands on it: what schools have of a title, and can lend now, is counted from one index. */
export class CountHoldingsWithoutAJoin1790004765000 implements MigrationInterface {
  readonly name = 'CountHoldingsWithoutAJoin1790004765000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index copy_holdings;
      create index copy_holdings on copy (title_id, school_id) include (stock_state, lending);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index copy_holdings;
      create index copy_holdings on copy (title_id, school_id) include (id, stock_state);
    `);
  }
}
