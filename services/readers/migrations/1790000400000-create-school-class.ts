import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A class is its section, the year it entered the section (级) and its number; grade and name follow from the day. */
export class CreateSchoolClass1790000400000 implements MigrationInterface {
  readonly name = 'CreateSchoolClass1790000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table school_class (
        id uuid primary key,
        school_id uuid not null references school,
        section text not null check (section in ('primary', 'junior', 'senior')),
        entry_year int not null,
        class_no int not null check (class_no >= 1),
        version int not null,
        announced int not null,
        opened_at timestamptz not null,
        constraint school_class_once unique (school_id, section, entry_year, class_no),
        constraint school_class_of_school unique (id, school_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table school_class');
  }
}
