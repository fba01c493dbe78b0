import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The holdings of a page of titles are counted from two indexes alone: a title that every school has in class sets is there
 * thousands of times.
 */
export class CountHoldingsByIndex1790002701000 implements MigrationInterface {
  readonly name = 'CountHoldingsByIndex1790002701000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index copy_holdings on copy (title_id, school_id) include (id, stock_state);
      drop index copy_by_title;
      alter table known_lending drop constraint known_lending_pkey, add primary key (copy_id) include (state);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table known_lending drop constraint known_lending_pkey, add primary key (copy_id);
      create index copy_by_title on copy (title_id, school_id);
      drop index copy_holdings;
    `);
  }
}
