import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who leaves is cleared by the library; a term is closed step by step; and how much readers are to borrow in a term. */
export class ClearWhoLeaves1790005463000 implements MigrationInterface {
  readonly name = 'ClearWhoLeaves1790005463000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index if not exists known_reader_of_school on known_reader (school_id, kind, reader_id);
      create index if not exists known_card_of_reader on known_card (reader_id) where status = 'active';

      create table clearance (
        id uuid primary key,
        school_id uuid not null,
        reader_id uuid not null,
        class_id uuid,
        why text not null check (why in ('graduation', 'transfer', 'leave')),
        with_files bool not null,
        opened_on date not null,
        opened_by text not null,
        card_in_on date,
        files_in_on date,
        note text,
        state text not null default 'open' check (state in ('open', 'cleared')),
        cleared_on date,
        cleared_by text,
        number int,
        check ((state = 'cleared') = (cleared_on is not null)),
        check (state = 'open' or number is not null)
      );
      create index clearance_of_school on clearance (school_id, id);
      create index clearance_of_class on clearance (class_id, id);
      create unique index clearance_of_reader on clearance (reader_id);
      create table clearance_number (school_id uuid primary key, last_number int not null);

      create table term_closing_step (
        school_id uuid not null,
        term_starts_on date not null,
        place int not null check (place between 1 and 4),
        done_on date not null,
        done_by text not null,
        remaining int not null,
        note text,
        primary key (school_id, term_starts_on, place)
      );

      create table loan_target_set (
        school_id uuid primary key,
        version int not null,
        advice_weekly int not null,
        put_on date not null,
        put_by text not null
      );
      create table loan_target (
        school_id uuid not null references loan_target_set,
        place int not null,
        of text not null check (of in ('pupil', 'class', 'teacher')),
        grade int check (grade between 1 and 12),
        loans int not null check (loans between 1 and 10000),
        primary key (school_id, place)
      );
      create unique index loan_target_once on loan_target (school_id, of, coalesce(grade, 0));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table loan_target, loan_target_set, term_closing_step, clearance_number, clearance;
      drop index known_card_of_reader, known_reader_of_school;
    `);
  }
}
