import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Logbooks: forms with their versions, entries that stand as they were written, and what became of them. */
export class KeepLogbooks1790005402000 implements MigrationInterface {
  readonly name = 'KeepLogbooks1790005402000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table logbook (
        id uuid primary key,
        school_id uuid,
        code text not null,
        version int not null check (version > 0),
        retired boolean not null default false
      );
      -- A school has one logbook of a code, and so has the county.
      create unique index logbook_by_code on logbook (school_id, code) nulls not distinct;
      create table logbook_form (
        logbook_id uuid not null references logbook,
        version int not null check (version > 0),
        form jsonb not null,
        made_on date not null,
        made_by text not null,
        primary key (logbook_id, version)
      );
      create table logbook_of_school (
        school_id uuid not null,
        code text not null,
        last_number int not null default 0 check (last_number >= 0),
        closed_through date,
        closed_by text,
        expected uuid[] not null default '{}',
        primary key (school_id, code)
      );
      create table logbook_entry (
        id uuid primary key,
        school_id uuid not null,
        code text not null,
        logbook_id uuid,
        form_version int not null,
        number int not null check (number > 0),
        happened_on date not null,
        written_on date not null,
        written_at timestamptz not null,
        written_by text,
        -- Whose words they are; whom they are about; of which class; whose entry was expected.
        reader_id uuid,
        about_id uuid,
        class_id uuid,
        subject_id uuid,
        said jsonb not null,
        status text,
        settled_at timestamptz,
        -- The first of those that correct each other: files and follow-ups belong to it.
        root_id uuid not null,
        corrects uuid references logbook_entry,
        why text,
        strikes boolean not null default false,
        superseded boolean not null default false,
        signed_on date,
        signed_by text,
        unique (school_id, code, number),
        check ((corrects is null) = (why is null)),
        check (not strikes or corrects is not null),
        check ((signed_on is null) = (signed_by is null))
      );
      create unique index logbook_entry_corrected_once on logbook_entry (corrects) where corrects is not null;
      create index logbook_entry_by_day on logbook_entry (school_id, code, happened_on desc, id desc);
      create index logbook_entry_of_county on logbook_entry (code, happened_on desc, id desc);
      create function keep_logbook_entry() returns trigger language plpgsql as $$
      begin
        raise exception 'an entry stands as it was written';
      end $$;
      create trigger logbook_entry_stands before update on logbook_entry for each row
        when ((old.school_id, old.code, old.number, old.happened_on, old.written_on, old.said, old.corrects, old.strikes)
          is distinct from (new.school_id, new.code, new.number, new.happened_on, new.written_on, new.said, new.corrects, new.strikes))
        execute function keep_logbook_entry();
      create table logbook_follow_up (
        id uuid primary key,
        entry_id uuid not null references logbook_entry,
        written_at timestamptz not null,
        written_by text not null,
        status text not null,
        words text
      );
      create index logbook_follow_up_of_entry on logbook_follow_up (entry_id, id);
      create table logbook_file (
        id uuid primary key,
        entry_id uuid not null references logbook_entry,
        file_id uuid not null,
        name text not null,
        media_type text not null,
        size int not null,
        added_on date not null,
        added_by text not null
      );
      create index logbook_file_of_entry on logbook_file (entry_id, id);
      -- Who has answered a survey: apart from the answers, which may be nobody's.
      create table logbook_answered (
        school_id uuid not null,
        code text not null,
        who text not null,
        primary key (school_id, code, who)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table logbook_answered, logbook_file, logbook_follow_up, logbook_entry, logbook_of_school, logbook_form, logbook;
       drop function keep_logbook_entry()`,
    );
  }
}
