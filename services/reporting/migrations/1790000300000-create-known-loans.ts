import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The loans as circulation tells them, and their sums by school, day, class, kind of reader and main class: figures of
 * a term must not count millions of rows. Both are written in the transaction of the inbox row, so each event counts once.
 */
export class CreateKnownLoans1790000300000 implements MigrationInterface {
  readonly name = 'CreateKnownLoans1790000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_loan (
        loan_id uuid primary key,
        copy_id uuid not null,
        reader_id uuid not null,
        lending_school_id uuid not null,
        reader_kind text not null,
        class_id uuid,
        loaned_on date not null,
        due_on date not null,
        renewals int not null,
        state text not null check (state in ('open', 'returned', 'lost')),
        closed_on date,
        version int not null
      );
      create index known_loan_open on known_loan (lending_school_id, due_on) where state = 'open';
      create index known_loan_by_day on known_loan (lending_school_id, loaned_on, reader_id);

      create table lending_day (
        school_id uuid not null,
        day date not null,
        reader_kind text not null,
        class_id uuid not null,
        main_class text not null,
        loans int not null default 0,
        renewals int not null default 0,
        returns int not null default 0,
        losses int not null default 0,
        primary key (school_id, day, reader_kind, class_id, main_class)
      );
      create index lending_day_by_day on lending_day (day);

      create table high_water (source text primary key, applied_until timestamptz not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table high_water, lending_day, known_loan');
  }
}
