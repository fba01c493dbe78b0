import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The county reads repairs of all schools, the newest first. */
export class ListRepairsByDay1790004712000 implements MigrationInterface {
  readonly name = 'ListRepairsByDay1790004712000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index repair_by_day on repair (taken_on desc, id desc)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index repair_by_day');
  }
}
