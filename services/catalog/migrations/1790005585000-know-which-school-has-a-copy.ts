import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A copy that another school asked for lies there for a while; it stays the property of its own. */
export class KnowWhichSchoolHasACopy1790005585000 implements MigrationInterface {
  readonly name = 'KnowWhichSchoolHasACopy1790005585000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_visit (
        copy_id uuid primary key,
        transfer_id uuid not null,
        version int not null,
        at_school_id uuid
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table known_visit');
  }
}
