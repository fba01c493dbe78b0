import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the catalogue knows of others: the schools of the county, and where circulation has each copy. */
export class CreateKnownSchoolsAndLending1790000500000 implements MigrationInterface {
  readonly name = 'CreateKnownSchoolsAndLending1790000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_school (
        school_id uuid primary key,
        version int not null,
        code text not null,
        name text not null
      );
      create table known_lending (
        copy_id uuid primary key,
        version int not null,
        state text not null check (state in ('in', 'on-loan', 'hold-shelf', 'in-transit', 'lost'))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table known_lending, known_school');
  }
}
