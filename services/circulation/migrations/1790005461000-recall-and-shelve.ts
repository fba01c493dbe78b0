import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Campaigns that call in what is out; copies that came back and are put on the shelf; what a class had not returned on its
 * day; and what classes borrowed, week by week, as it was published. Two indexes of loans, by the day they were made and the day they
 * came back: the lists of a day are asked for every day.
 */
export class RecallAndShelve1790005461000 implements MigrationInterface {
  readonly name = 'RecallAndShelve1790005461000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index loan_lent_at on loan (lending_school_id, loaned_on);
      create index loan_returned_at on loan (closed_school_id, closed_on, id) where closed_how = 'returned';

      create table recall_campaign (
        id uuid primary key,
        school_id uuid not null,
        name text not null,
        kinds text[],
        opened_on date not null,
        opened_by text not null,
        last_day date not null check (last_day >= opened_on),
        closed_on date,
        closed_by text,
        result_note text,
        expected int,
        returned int,
        lost int,
        version int not null default 1,
        check ((closed_on is null) = (closed_by is null)),
        check ((closed_on is null) = (expected is null))
      );
      create index recall_campaign_of_school on recall_campaign (school_id, id);
      create unique index recall_campaign_open on recall_campaign (school_id) where closed_on is null;
      create table recall_loan (
        campaign_id uuid not null references recall_campaign on delete cascade,
        loan_id uuid not null references loan,
        class_id uuid,
        kind text not null,
        primary key (campaign_id, loan_id)
      );
      create index recall_loan_of_class on recall_loan (campaign_id, class_id, loan_id);

      create table shelved_return (
        loan_id uuid primary key references loan,
        school_id uuid not null,
        state text not null check (state in ('shelved', 'missing')),
        marked_on date not null,
        marked_by text not null
      );
      create table shelf_tidying (
        id uuid primary key,
        school_id uuid not null,
        tidied_on date not null,
        tidied_by text not null,
        note text,
        unique (school_id, tidied_on)
      );

      create table class_return_check (
        id uuid primary key,
        school_id uuid not null,
        class_id uuid not null,
        checked_on date not null,
        checked_by text not null,
        returned int not null,
        note text
      );
      create index class_return_check_of_school on class_return_check (school_id, id);
      create table class_return_line (
        check_id uuid not null references class_return_check on delete cascade,
        position int not null,
        loan_id uuid not null references loan,
        reader_id uuid,
        due_on date not null,
        primary key (check_id, position)
      );

      create table class_week (
        school_id uuid not null,
        week_starts_on date not null,
        class_id uuid not null,
        loans int not null,
        borrowers int not null,
        returned int not null,
        open int not null,
        overdue int not null,
        published_on date not null,
        published_by text,
        primary key (school_id, week_starts_on, class_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table class_week, class_return_line, class_return_check, shelf_tidying, shelved_return, recall_loan, recall_campaign;
      drop index loan_returned_at, loan_lent_at;
    `);
  }
}
