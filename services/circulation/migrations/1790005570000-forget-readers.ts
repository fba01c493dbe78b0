import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is over loses its reader: a stand-in takes the place of the id, one for each reader and school year, so that whoever counts readers
 * counts the same. Only while something of that year is still to be forgotten is it known whose stand-in it is.
 */
export class ForgetReaders1790005570000 implements MigrationInterface {
  readonly name = 'ForgetReaders1790005570000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forgetting_policy (
        school_id uuid primary key,
        version int not null,
        days_after int not null check (days_after between 180 and 3650),
        put_on date not null,
        put_by text not null
      );
      create table legal_hold (
        id uuid primary key,
        school_id uuid not null,
        reader_id uuid not null,
        reason text not null,
        placed_on date not null,
        placed_by text not null,
        lifted_on date,
        lifted_by text,
        check ((lifted_on is null) = (lifted_by is null))
      );
      create unique index legal_hold_of_reader on legal_hold (reader_id) where lifted_on is null;
      create index legal_hold_of_school on legal_hold (school_id, id);

      create table reader_stand_in (
        reader_id uuid not null,
        school_year int not null,
        school_id uuid not null,
        stand_in uuid not null default gen_random_uuid(),
        primary key (reader_id, school_year)
      );
      create index reader_stand_in_of_school on reader_stand_in (school_id, school_year);

      create table forgetting_run (
        school_id uuid not null,
        on_day date not null,
        loans int not null default 0,
        holds int not null default 0,
        visits int not null default 0,
        bookings int not null default 0,
        contacts int not null default 0,
        requests int not null default 0,
        primary key (school_id, on_day)
      );

      alter table loan add column forgotten_on date;
      create index loan_to_forget on loan (reader_school_id, closed_on, id)
        where closed_on is not null and reader_id is not null and forgotten_on is null;
      alter table hold add column forgotten_on date;
      create index hold_to_forget on hold (reader_school_id, ended_on, id) where ended_on is not null and forgotten_on is null;
      alter table room_visit add column forgotten_on date;
      create index room_visit_to_forget on room_visit (school_id, on_day, id) where reader_id is not null and forgotten_on is null;
      alter table seat_booking add column forgotten_on date;
      create index seat_booking_to_forget on seat_booking (school_id, on_day, id) where forgotten_on is null;
      alter table return_contact add column forgotten_on date;
      create index return_contact_to_forget on return_contact (school_id, contacted_on, id)
        where reader_id is not null and forgotten_on is null;
      alter table service_request add column forgotten_on date;
      create index service_request_to_forget on service_request (school_id, ended_on, id)
        where ended_on is not null and reader_id is not null and forgotten_on is null;
      create index dunning_line_of_loan on dunning_line (loan_id);
      create index class_return_line_of_loan on class_return_line (loan_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index class_return_line_of_loan, dunning_line_of_loan;
      ${['service_request', 'return_contact', 'seat_booking', 'room_visit', 'hold', 'loan']
        .map((table) => `alter table ${table} drop column forgotten_on;`)
        .join('\n')}
      drop table forgetting_run, reader_stand_in, legal_hold, forgetting_policy;
    `);
  }
}
