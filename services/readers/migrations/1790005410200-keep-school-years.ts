import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The step into a school year: what a school wishes beside the rule, and once it is taken, what became of everybody and how it was
 * before, so that it can be undone; and the class lists of the year that ended.
 */
export class KeepSchoolYears1790005410200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table school_year (
        id uuid primary key,
        school_id uuid not null references school,
        -- named by its first calendar year
        year int not null,
        status text not null check (status in ('draft', 'sent-back', 'committed', 'undone', 'given-up')),
        -- whoever had a hand in it, the first one prepared it: none of them reviews it
        edited_by text[] not null,
        prepared_at timestamptz not null,
        note text,
        committed_by text,
        committed_at timestamptz,
        undone_by text,
        undone_at timestamptz,
        version int not null
      );
      create unique index school_year_once on school_year (school_id, year) where status in ('draft', 'sent-back', 'committed');
      create index school_year_of_school on school_year (school_id, year desc, id desc);

      create table school_year_class (
        school_year_id uuid not null references school_year,
        class_id uuid not null,
        fate text check (fate in ('goes-on', 'graduates', 'merges')),
        class_no int check (class_no between 1 and 99),
        stream text,
        sets_stream boolean not null default false,
        campus text,
        sets_campus boolean not null default false,
        primary key (school_year_id, class_id),
        check (fate is distinct from 'merges' or class_no is not null)
      );

      create table school_year_reader (
        school_year_id uuid not null references school_year,
        reader_id uuid not null references reader on delete cascade,
        fate text not null check (fate in ('repeats', 'moves', 'leaves')),
        class_no int check (class_no between 1 and 99),
        why text check (why in ('left', 'graduated', 'transferred')),
        primary key (school_year_id, reader_id),
        check (fate <> 'moves' or class_no is not null),
        check ((fate = 'leaves') = (why is not null))
      );

      create table school_year_step (
        school_year_id uuid not null references school_year,
        class_id uuid not null,
        -- null: the class was opened by the step
        old_section text,
        old_entry_year int,
        old_class_no int,
        old_stream text,
        old_campus text,
        section text not null,
        entry_year int not null,
        class_no int not null,
        primary key (school_year_id, class_id)
      );

      create table school_year_fate (
        school_year_id uuid not null references school_year,
        reader_id uuid not null references reader on delete cascade,
        fate text not null,
        from_class_id uuid not null,
        from_section text not null,
        from_entry_year int not null,
        from_class_no int not null,
        to_class_id uuid,
        to_section text,
        to_entry_year int,
        to_class_no int,
        left_on date,
        left_why text,
        primary key (school_year_id, reader_id)
      );

      create table class_list (
        school_id uuid not null references school,
        year int not null,
        class_id uuid not null,
        section text not null,
        entry_year int not null,
        class_no int not null,
        stream text,
        campus text,
        primary key (school_id, year, class_id)
      );
      create table class_list_reader (
        school_id uuid not null,
        year int not null,
        class_id uuid not null,
        reader_id uuid not null references reader on delete cascade,
        left_on date,
        left_why text,
        primary key (school_id, year, class_id, reader_id),
        foreign key (school_id, year, class_id) references class_list on delete cascade
      );
      create index class_list_of_reader on class_list_reader (reader_id);
      create index school_year_reader_of_reader on school_year_reader (reader_id);
      create index school_year_fate_of_reader on school_year_fate (reader_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table class_list_reader, class_list, school_year_fate, school_year_step, school_year_reader,
      school_year_class, school_year`);
  }
}
