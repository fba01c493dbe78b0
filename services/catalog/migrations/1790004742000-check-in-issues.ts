import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The issues that serials shall have, the same for all schools, and those that came to each school. */
export class CheckInIssues1790004742000 implements MigrationInterface {
  readonly name = 'CheckInIssues1790004742000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table serial_issue (
        id uuid primary key,
        title_id uuid not null references serial,
        year int not null,
        -- Numbers of the year; null for a supplement, which nobody waits for.
        first int,
        last int,
        label text not null,
        due_on date not null,
        -- Who does not have it on this day misses it.
        missing_from date not null,
        constraint serial_issue_once unique (title_id, year, label),
        check ((first is null) = (last is null) and first <= last)
      );
      create index serial_issue_by_day on serial_issue (due_on, id);
      create table serial_receipt (
        id uuid primary key,
        school_id uuid not null,
        issue_id uuid not null references serial_issue,
        copies int not null check (copies > 0),
        received_on date not null,
        received_by text not null,
        processed_on date,
        displayed_on date,
        constraint serial_receipt_once unique (school_id, issue_id)
      );
      create index serial_receipt_by_day on serial_receipt (school_id, received_on);
      create index serial_receipt_of_issue on serial_receipt (issue_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table serial_receipt, serial_issue');
  }
}
