import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reader who does not want the copy for a while keeps the place. */
export class SuspendHolds1790005581000 implements MigrationInterface {
  readonly name = 'SuspendHolds1790005581000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table hold add column suspended_on date, add column suspended_until date,
        add check (suspended_until is null or suspended_on is not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table hold drop column suspended_until, drop column suspended_on');
  }
}
