import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People of a list of whom only a person can say whether they are readers the school has: they wait here, and nothing is guessed. */
export class QueueDoubtfulMatches1790005413000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table roster_doubt (
        id uuid primary key,
        school_id uuid not null references school,
        why text not null,
        name text not null,
        number text,
        kind text not null,
        section text,
        entry_year int,
        class_no int,
        candidates uuid[] not null,
        status text not null check (status in ('open', 'same', 'other', 'dismissed')),
        found_at timestamptz not null,
        -- whom it was found to be, or who was made new
        reader_id uuid references reader on delete cascade,
        -- how that reader was before
        old_name text,
        old_kind text,
        old_class_id uuid,
        was_active boolean,
        decided_by text,
        decided_at timestamptz,
        version int not null,
        check ((section is null) = (entry_year is null) and (section is null) = (class_no is null)),
        check ((status = 'open') = (decided_at is null))
      );
      -- A list that is taken in again asks nothing twice.
      create unique index roster_doubt_once on roster_doubt (school_id, name, kind, coalesce(number, '')) where status = 'open';
      create index roster_doubt_of_school on roster_doubt (school_id, id);
      create index roster_doubt_of_reader on roster_doubt (reader_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table roster_doubt');
  }
}
