import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What readers owe for copies they lost. No amount: the price is the catalogue's, on the copy (CIR-060, CIR-062).
 * `school_id` is the school that owns the copy, which is the one that settles.
 * Whoever waits for just the lost copy is found by an index.
 */
export class CreateCompensation1790000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table compensation (
        id uuid primary key,
        loan_id uuid not null unique references loan,
        copy_id uuid not null,
        reader_id uuid not null,
        school_id uuid not null,
        owed_on date not null,
        note text,
        declared_by text not null,
        status text not null default 'owed' check (status in ('owed', 'paid', 'replaced', 'waived')),
        settled_on date,
        settled_by text,
        settlement_note text,
        check ((status = 'owed') = (settled_on is null)),
        check ((status = 'owed') = (settled_by is null)),
        check (status <> 'owed' or settlement_note is null)
      );
      create index compensation_by_reader on compensation (reader_id, id);
      create index compensation_by_school on compensation (school_id, id);
      create index hold_for_one_copy on hold (wanted_copy_id) where status = 'waiting' and wanted_copy_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index hold_for_one_copy; drop table compensation');
  }
}
