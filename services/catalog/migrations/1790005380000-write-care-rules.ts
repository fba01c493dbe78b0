import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How readers care for books, as a school or the county says it from a day on. */
export class WriteCareRules1790005380000 implements MigrationInterface {
  readonly name = 'WriteCareRules1790005380000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table care_rules (
        id uuid primary key,
        -- Null: of the county, for schools that have none of their own.
        school_id uuid,
        valid_from date not null,
        title text not null,
        rules text[] not null check (cardinality(rules) >= 1),
        written_by text not null,
        constraint care_rules_once_a_day unique nulls not distinct (school_id, valid_from)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table care_rules');
  }
}
