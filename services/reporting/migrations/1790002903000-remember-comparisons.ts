import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each night the sums are compared with what they would be if they were made anew: once, whichever instance looks first. */
export class RememberComparisons1790002903000 implements MigrationInterface {
  readonly name = 'RememberComparisons1790002903000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table sums_compared (day date primary key, differing int)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sums_compared');
  }
}
