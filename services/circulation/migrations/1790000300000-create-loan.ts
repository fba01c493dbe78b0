import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger of loans, and the two rows a checkout locks: the copy, then the reader. Whatever a limit depends on lies
 * on a locked row (a count taken in the locking statement is older than the lock); invariants compare it with the ledger.
 */
export class CreateLoan1790000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table lent_copy (
        copy_id uuid primary key,
        version int not null default 0,
        state text not null default 'in' check (state in ('in', 'on-loan', 'hold-shelf', 'in-transit', 'lost')),
        loan_id uuid,
        hold_id uuid,
        held_for uuid,
        check ((state = 'on-loan') = (loan_id is not null)),
        check ((state = 'hold-shelf') = (hold_id is not null)),
        check ((hold_id is null) = (held_for is null))
      );
      create table borrower (
        reader_id uuid primary key,
        version int not null default 0,
        open_loans int not null default 0,
        open_loan_ids uuid[] not null default '{}',
        open_title_ids uuid[] not null default '{}',
        open_dues date[] not null default '{}',
        open_holds int not null default 0 check (open_holds >= 0),
        loans_since_note int not null default 0,
        compensations_owed int not null default 0 check (compensations_owed >= 0),
        check (open_loans = cardinality(open_loan_ids)),
        check (open_loans = cardinality(open_title_ids)),
        check (open_loans = cardinality(open_dues))
      );
      create table loan (
        id uuid primary key,
        copy_id uuid not null,
        title_id uuid not null,
        reader_id uuid not null,
        lending_school_id uuid not null,
        owning_school_id uuid not null,
        reader_school_id uuid not null,
        reader_kind text not null,
        class_id uuid,
        grade int,
        clc text,
        loaned_on date not null,
        loaned_at timestamptz not null,
        due_on date not null,
        renewals int not null default 0,
        terms json not null,
        lent_by text not null,
        closed_how text check (closed_how in ('returned', 'lost')),
        closed_at timestamptz,
        closed_on date,
        closed_school_id uuid,
        overdue_said_for date,
        check ((closed_how is null) = (closed_at is null)),
        check ((closed_how is null) = (closed_on is null))
      );
      create index loan_by_reader on loan (reader_id, id);
      create index loan_by_copy on loan (copy_id, id);
      create index loan_by_lending_school on loan (lending_school_id, id);
      create index loan_by_reader_school on loan (reader_school_id, id);
      create index loan_open_by_due on loan (due_on, id) where closed_how is null;

      create table desk_override (
        id bigint generated always as identity primary key,
        loan_id uuid not null references loan,
        code text not null,
        reason text not null,
        overridden_by text not null,
        overridden_at timestamptz not null
      );
      create index desk_override_by_loan on desk_override (loan_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table desk_override, loan, borrower, lent_copy');
  }
}
