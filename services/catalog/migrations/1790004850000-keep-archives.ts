import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The archive of a school: who hands in, how long what is kept, the files and every step of theirs. */
export class KeepArchives1790004850000 implements MigrationInterface {
  readonly name = 'KeepArchives1790004850000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table archive_unit (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        name text not null,
        officer text,
        contact text,
        closed boolean not null,
        constraint archive_unit_once unique (school_id, name)
      );
      create table archive_intake (
        unit_id uuid not null references archive_unit,
        year int not null check (year between 1900 and 2999),
        -- What is looked at before a unit files: [{name, doneOn}].
        items jsonb not null,
        changed_on date not null,
        changed_by text not null,
        primary key (unit_id, year)
      );
      create table archive_scope (
        id uuid primary key,
        school_id uuid not null,
        class text not null,
        name text not null,
        retention text not null check (retention in ('permanent', '30-years', '10-years')),
        closed boolean not null,
        constraint archive_scope_once unique (school_id, class, name)
      );
      create table archive_counter (
        school_id uuid not null,
        class text not null,
        year int not null,
        last int not null check (last > 0),
        primary key (school_id, class, year)
      );
      create table archive_file (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        unit_id uuid references archive_unit,
        class text not null check (class in ('administrative', 'pupil-files', 'ordinary', 'yearbook', 'certificates')),
        year int not null check (year between 1900 and 2999),
        number int not null check (number > 0),
        code text not null,
        -- Of a pupil's file it tells of the pupil: read by those who keep the archive of the school alone.
        title text not null,
        reader_id uuid,
        pages int check (pages > 0),
        scope_id uuid references archive_scope,
        retention text not null check (retention in ('permanent', '30-years', '10-years')),
        state text not null check (state in
          ('with-unit', 'called-in', 'received', 'filed', 'shelved', 'handed-over', 'destroyed', 'void')),
        filed_on date,
        place text,
        note text,
        entered_on date not null,
        entered_by text not null,
        constraint archive_file_number unique (school_id, class, year, number),
        constraint archive_file_code_once unique (school_id, code)
      );
      create index archive_file_of_unit on archive_file (unit_id, year, state) where unit_id is not null;
      create index archive_file_of_scope on archive_file (scope_id) where scope_id is not null;
      create index archive_file_by_state on archive_file (school_id, state, class, year, number);
      create table archive_step (
        id uuid primary key,
        school_id uuid not null,
        file_id uuid not null references archive_file,
        number int not null check (number > 0),
        step text not null,
        was text not null,
        state text not null,
        place_was text,
        place text,
        filed_was date,
        document_number text,
        receiver text,
        reader_id uuid,
        note text,
        on_day date not null,
        by text not null,
        undone_on date,
        undone_by text,
        unique (file_id, number)
      );
      create index archive_step_handed_over on archive_step (school_id, on_day desc, id desc)
        where step in ('hand-over', 'take-back');
      create table archive_reminder (
        id uuid primary key,
        unit_id uuid not null references archive_unit,
        year int not null,
        on_day date not null,
        by text not null,
        reminded text,
        files int not null check (files > 0),
        note text
      );
      create index archive_reminder_of_unit on archive_reminder (unit_id, year, id);
      create table archive_expectation (
        school_id uuid not null,
        class text not null,
        year int not null check (year between 1900 and 2999),
        expected int not null check (expected > 0),
        set_on date not null,
        set_by text not null,
        primary key (school_id, class, year)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table archive_expectation, archive_reminder, archive_step, archive_file, archive_counter, archive_scope, archive_intake,
         archive_unit`,
    );
  }
}
