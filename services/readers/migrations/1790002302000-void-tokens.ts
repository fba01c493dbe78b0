import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens signed for somebody until an instant count no more; kept as long as one of them could live. */
export class VoidTokens1790002302000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table void_token (subject text primary key, until timestamptz not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table void_token');
  }
}
