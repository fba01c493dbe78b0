import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A list over the schools of the county names them. What readers has said from the beginning is read again once; of each school
 * only the newest counts.
 */
export class KnowNamesOfSchools1790005441100 implements MigrationInterface {
  readonly name = 'KnowNamesOfSchools1790005441100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table known_school add column name text;
      update known_school set version = version - 1 where version > 0;
      delete from digested_position where handler = 'shulian.circulation.from-readers';
      delete from inbox where handler = 'shulian.circulation.from-readers';
      delete from parked_event where handler = 'shulian.circulation.from-readers' and resolved_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table known_school drop column name');
  }
}
