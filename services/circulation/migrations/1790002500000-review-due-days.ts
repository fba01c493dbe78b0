import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Schools whose calendar changed, so that due days and pick-up days must be looked at; a row goes when that is done.
 * `shelf_days` is what a copy on the hold shelf was promised, in open days; null on those that were ready before.
 */
export class ReviewDueDays1790002500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_review (school_id uuid primary key);
      insert into calendar_review select school_id from known_school;
      alter table hold add column shelf_days int check (shelf_days > 0);
      create index hold_ready_by_school on hold (pickup_school_id) where status = 'ready';
      create index loan_open_by_school_due on loan (lending_school_id, due_on, id) where closed_how is null;
      create index loan_open_unsaid on loan (lending_school_id, due_on, id)
        where closed_how is null and overdue_said_for is distinct from due_on;
      drop index loan_open_by_due;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index loan_open_by_due on loan (due_on, id) where closed_how is null;
      drop index loan_open_unsaid, loan_open_by_school_due, hold_ready_by_school;
      alter table hold drop column shelf_days;
      drop table calendar_review;
    `);
  }
}
