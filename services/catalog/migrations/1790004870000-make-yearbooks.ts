import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The yearbook of each year, from collecting to binding, to whom it went and what is kept. */
export class MakeYearbooks1790004870000 implements MigrationInterface {
  readonly name = 'MakeYearbooks1790004870000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table archive_yearbook (
        id uuid primary key,
        school_id uuid not null,
        year int not null check (year between 1900 and 2999),
        name text not null,
        state text not null check (state in ('collecting', 'edited', 'printed', 'bound')),
        copies int check (copies > 0),
        note text,
        begun_on date not null,
        begun_by text not null,
        constraint archive_yearbook_once unique (school_id, year),
        check ((state in ('printed', 'bound')) = (copies is not null))
      );
      create table archive_yearbook_step (
        yearbook_id uuid not null references archive_yearbook,
        state text not null,
        on_day date not null,
        by text not null,
        primary key (yearbook_id, state)
      );
      create table archive_yearbook_issue (
        id uuid primary key,
        yearbook_id uuid not null references archive_yearbook,
        number int not null check (number > 0),
        recipient text not null,
        copies int not null check (copies > 0),
        on_day date not null,
        by text not null,
        returned_on date,
        returned_by text,
        unique (yearbook_id, number)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table archive_yearbook_issue, archive_yearbook_step, archive_yearbook');
  }
}
