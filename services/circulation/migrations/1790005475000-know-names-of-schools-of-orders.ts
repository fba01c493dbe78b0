import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a school is called, for what schools report to the county office; null until readers says it, and kept where it is known already. */
export class KnowNamesOfSchoolsOfOrders1790005475000 implements MigrationInterface {
  readonly name = 'KnowNamesOfSchoolsOfOrders1790005475000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table known_school add column if not exists name text');
  }

  async down(): Promise<void> {
    // Others may have named schools before.
  }
}
