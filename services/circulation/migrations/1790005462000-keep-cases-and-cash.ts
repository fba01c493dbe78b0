import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Books that came damaged or are said to be back; the cash book of what is paid for losses, line by line and gapless at each
 * school; what was asked to be written off; the school's rule of compensation; what was suggested to class teachers; and how many copies
 * a school had in a term. What was paid before there was a book opens it.
 */
export class KeepCasesAndCash1790005462000 implements MigrationInterface {
  readonly name = 'KeepCasesAndCash1790005462000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table loan_case (
        id uuid primary key,
        school_id uuid not null,
        kind text not null check (kind in ('damage', 'said-returned')),
        loan_id uuid not null references loan,
        class_id uuid,
        damage text check (damage in ('torn', 'cover', 'stained', 'wet', 'written-in', 'pages-missing', 'other')),
        mend_by date,
        noted_on date not null,
        noted_by text not null,
        note text,
        state text not null default 'open' check (state in ('open', 'mended', 'lost', 'found', 'not-found', 'dropped')),
        ended_on date,
        ended_by text,
        end_note text,
        check ((kind = 'damage') = (damage is not null)),
        check ((state = 'open') = (ended_on is null)),
        check ((state = 'open') = (ended_by is null))
      );
      create index loan_case_of_school on loan_case (school_id, id);
      create unique index loan_case_open on loan_case (loan_id, kind) where state = 'open';
      create index loan_case_by_day on loan_case (school_id, noted_on);

      create table cash_account (
        school_id uuid primary key,
        last_number int not null default 0,
        balance_fen bigint not null default 0,
        last_period int not null default 0,
        closed_number int not null default 0
      );
      create table cash_line (
        school_id uuid not null,
        number int not null,
        entered_on date not null,
        entered_by text not null,
        kind text not null check (kind in ('payment', 'payment-reversed', 'refund', 'handed-over', 'handing-over-reversed')),
        amount_fen int not null check (amount_fen <> 0),
        balance_fen bigint not null check (balance_fen >= 0),
        compensation_id uuid references compensation,
        reverses int,
        document_number text,
        note text,
        primary key (school_id, number),
        check ((kind in ('payment', 'payment-reversed', 'refund')) = (compensation_id is not null))
      );
      create index cash_line_of_compensation on cash_line (compensation_id) where compensation_id is not null;
      create unique index cash_line_reversed_once on cash_line (school_id, reverses) where reverses is not null;
      create table cash_period (
        school_id uuid not null,
        number int not null,
        first_line int not null,
        last_line int not null,
        opening_fen bigint not null,
        in_fen bigint not null,
        out_fen bigint not null,
        closing_fen bigint not null,
        counted_fen bigint not null,
        closed_on date not null,
        closed_by text not null,
        note text,
        primary key (school_id, number),
        check (closing_fen = opening_fen + in_fen - out_fen)
      );
      insert into cash_line (school_id, number, entered_on, entered_by, kind, amount_fen, balance_fen, compensation_id)
        select school_id, row_number() over book, settled_on, settled_by, 'payment', settled_fen, sum(settled_fen) over book, id
        from compensation where status = 'paid' and settled_fen > 0
        window book as (partition by school_id order by settled_on, id);
      insert into cash_account (school_id, last_number, balance_fen)
        select school_id, max(number), sum(amount_fen) from cash_line group by school_id;

      create table write_off (
        id uuid primary key,
        school_id uuid not null,
        compensation_id uuid not null references compensation,
        reason text not null,
        asked_on date not null,
        asked_by text not null,
        state text not null default 'asked' check (state in ('asked', 'approved', 'declined', 'withdrawn')),
        decided_on date,
        decided_by text,
        decision_note text
      );
      create index write_off_of_school on write_off (school_id, id);
      create unique index write_off_asked on write_off (compensation_id) where state = 'asked';

      create table compensation_rule (
        school_id uuid not null,
        version int not null,
        text text not null,
        effective_on date not null,
        put_on date not null,
        put_by text not null,
        primary key (school_id, version)
      );

      create table merit_suggestion (
        id uuid primary key,
        school_id uuid not null,
        class_id uuid not null,
        term_starts_on date not null,
        overdue int not null,
        lost int not null,
        damaged int not null,
        awards int not null check (awards between 1 and 10),
        note text,
        suggested_on date not null,
        suggested_by text not null,
        state text not null default 'suggested' check (state in ('suggested', 'handed-on', 'withdrawn')),
        ended_on date,
        ended_by text
      );
      create index merit_suggestion_of_school on merit_suggestion (school_id, id);
      create unique index merit_suggestion_once on merit_suggestion (class_id, term_starts_on) where state <> 'withdrawn';

      create table term_stock (
        school_id uuid not null,
        term_starts_on date not null,
        copies int not null,
        counted_on date not null,
        primary key (school_id, term_starts_on)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table term_stock, merit_suggestion, compensation_rule, write_off, cash_period, cash_line, cash_account,
      loan_case`);
  }
}
