import type { MigrationInterface, QueryRunner } from 'typeorm';

/** To which office so many copies go, what readers have subscribed to themselves, and what was handed out of each issue. */
export class HandOutSerials1790004745000 implements MigrationInterface {
  readonly name = 'HandOutSerials1790004745000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table serial_allotment (
        school_id uuid not null,
        title_id uuid not null references serial,
        year int not null,
        office text not null,
        copies int not null check (copies > 0),
        primary key (school_id, year, title_id, office)
      );
      create index serial_allotment_of_office on serial_allotment (school_id, office);
      create table office_handout (
        issue_id uuid not null references serial_issue,
        school_id uuid not null,
        office text not null,
        handed_on date not null,
        handed_by text not null,
        primary key (school_id, issue_id, office)
      );
      -- A reader is an id here; who it is, readers knows.
      create table personal_subscription (
        id uuid primary key,
        school_id uuid not null,
        reader_id uuid not null,
        class_id uuid,
        title_id uuid not null references serial,
        copies int not null check (copies > 0),
        starts_on date not null,
        ends_on date not null,
        entered_on date not null,
        entered_by text not null,
        check (ends_on >= starts_on)
      );
      create index personal_subscription_of_serial on personal_subscription (school_id, title_id, starts_on);
      create index personal_subscription_of_reader on personal_subscription (reader_id);
      create table personal_handout (
        subscription_id uuid not null references personal_subscription,
        issue_id uuid not null references serial_issue,
        handed_on date not null,
        handed_by text not null,
        primary key (subscription_id, issue_id)
      );
      create index personal_handout_of_issue on personal_handout (issue_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table personal_handout, personal_subscription, office_handout, serial_allotment',
    );
  }
}
