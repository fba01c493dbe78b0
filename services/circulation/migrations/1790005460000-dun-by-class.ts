import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Dunning sheets as they were made, pupils who will leave first; whom the school marked as such; with whom somebody spoke
 * about books that are out; and which loans were looked at in a term because they are out too long.
 */
export class DunByClass1790005460000 implements MigrationInterface {
  readonly name = 'DunByClass1790005460000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table dunning_run (
        id uuid primary key,
        school_id uuid not null,
        made_on date not null,
        made_by text not null,
        least_days int not null check (least_days > 0),
        answer_by date,
        note text
      );
      create index dunning_run_of_school on dunning_run (school_id, id);
      create table dunning_line (
        run_id uuid not null references dunning_run on delete cascade,
        position int not null,
        loan_id uuid not null references loan,
        reader_id uuid,
        class_id uuid,
        priority text check (priority in ('left', 'leaver', 'transfer', 'temporary')),
        due_on date not null,
        days_late int not null,
        primary key (run_id, position)
      );
      create table dunning_priority (
        reader_id uuid primary key,
        school_id uuid not null,
        why text not null check (why in ('transfer', 'temporary')),
        marked_on date not null,
        marked_by text not null,
        note text
      );
      create index dunning_priority_of_school on dunning_priority (school_id, reader_id);
      create table return_contact (
        id uuid primary key,
        school_id uuid not null,
        class_id uuid,
        reader_id uuid,
        whom text not null check (whom in ('homeroom-teacher', 'guardian', 'reader', 'visit')),
        contacted_on date not null,
        noted_by text not null,
        note text,
        check (class_id is not null or reader_id is not null)
      );
      create index return_contact_of_school on return_contact (school_id, id);
      create table over_long_review (
        loan_id uuid not null references loan,
        term_starts_on date not null,
        school_id uuid not null,
        decision text not null check (decision in ('to-dun', 'may-keep', 'to-declare-lost')),
        reviewed_on date not null,
        reviewed_by text not null,
        note text,
        primary key (loan_id, term_starts_on)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table over_long_review, return_contact, dunning_priority, dunning_line, dunning_run',
    );
  }
}
