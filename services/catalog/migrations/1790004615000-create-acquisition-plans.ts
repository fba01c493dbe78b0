import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a school means to get in a year, and the money for it. */
export class CreateAcquisitionPlans1790004615000 implements MigrationInterface {
  readonly name = 'CreateAcquisitionPlans1790004615000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table acquisition_plan (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        year int not null check (year between 1900 and 2999),
        print_volumes int not null check (print_volumes >= 0),
        ebooks int not null check (ebooks >= 0),
        periodical_titles int not null check (periodical_titles >= 0),
        budget_fen bigint not null check (budget_fen >= 0),
        shrink_reason text,
        constraint acquisition_plan_once_a_year unique (school_id, year)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table acquisition_plan');
  }
}
