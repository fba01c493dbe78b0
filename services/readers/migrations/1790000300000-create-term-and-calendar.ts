import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Terms of a school, the days on which it differs from the nation's calendar, and what was last announced of a year.
 * That terms do not overlap is seen to under the lock of the school's row.
 */
export class CreateTermAndCalendar1790000300000 implements MigrationInterface {
  readonly name = 'CreateTermAndCalendar1790000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table term (
        id uuid primary key,
        school_id uuid not null references school,
        name text not null,
        starts_on date not null,
        ends_on date not null,
        version int not null,
        check (starts_on <= ends_on)
      );
      create index term_of_school on term (school_id, starts_on);
      create table calendar_day (
        school_id uuid not null references school,
        on_day date not null,
        state text not null check (state in ('open', 'closed')),
        note text,
        primary key (school_id, on_day)
      );
      create table announced_calendar (
        school_id uuid not null references school,
        year int not null,
        closed_on date[] not null,
        holidays_known boolean not null,
        primary key (school_id, year)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table announced_calendar, calendar_day, term');
  }
}
