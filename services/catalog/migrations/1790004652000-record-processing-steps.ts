import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The way of a new copy to the shelf, step by step, with who did it and when; the terms by whose end it must be there. */
export class RecordProcessingSteps1790004652000 implements MigrationInterface {
  readonly name = 'RecordProcessingSteps1790004652000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table processing_step (
        id bigint generated always as identity primary key,
        copy_id uuid not null references copy,
        school_id uuid not null,
        stage text not null check (stage in
          ('received', 'accepted', 'stamped', 'classified', 'catalogued', 'labelled', 'shelved', 'lendable')),
        done_on date not null,
        done_at timestamptz not null,
        done_by text not null,
        undone_at timestamptz,
        undone_by text,
        check ((undone_at is null) = (undone_by is null))
      );
      -- What was undone stays written, and may be done again.
      create unique index processing_step_once on processing_step (copy_id, stage) where undone_at is null;
      create index processing_step_of_copy on processing_step (copy_id, id);
      create index processing_step_by_day on processing_step (school_id, stage, done_on) where undone_at is null;
      create index copy_in_processing on copy (school_id, accession_number) where stock_state = 'processing';

      create table known_term (
        term_id uuid primary key,
        school_id uuid not null,
        version int not null,
        name text not null,
        starts_on date not null,
        ends_on date not null
      );
      create index known_term_of_school on known_term (school_id, starts_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table known_term, processing_step; drop index copy_in_processing');
  }
}
