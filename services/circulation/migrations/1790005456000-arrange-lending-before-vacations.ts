import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Before a vacation a school lends by classes, and all that goes out then is due on one day after it. */
export class ArrangeLendingBeforeVacations1790005456000 implements MigrationInterface {
  readonly name = 'ArrangeLendingBeforeVacations1790005456000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table vacation_arrangement (
        id uuid primary key,
        school_id uuid not null,
        name text not null,
        lend_from date not null,
        lend_to date not null check (lend_to >= lend_from),
        due_on date not null check (due_on > lend_to),
        cancelled boolean not null default false,
        version int not null default 1
      );
      create index vacation_arrangement_by_school on vacation_arrangement (school_id, id);

      -- When a class comes.
      create table vacation_slot (
        arrangement_id uuid not null references vacation_arrangement,
        class_id uuid not null,
        on_day date not null,
        from_time text check (from_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
        to_time text check (to_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
        primary key (arrangement_id, class_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table vacation_slot, vacation_arrangement');
    await runner.query('update lending_policy_stamp set stamp = stamp + 1');
  }
}
