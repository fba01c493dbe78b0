import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The time of the last fact says nothing of those that have not come; the sources' watermarks do. */
export class ForgetHighWater1790002202000 implements MigrationInterface {
  readonly name = 'ForgetHighWater1790002202000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop table high_water');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table high_water (source text primary key, applied_until timestamptz not null)',
    );
  }
}
