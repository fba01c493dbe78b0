import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `hold_review`: what may change who waits for what, noted in the transaction that changed it, and looked at right after in
 * a transaction that takes its locks in order. `hold_sweep`: who looks through all holds today; one process at a time.
 */
export class CreateHoldReview1790002401000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table hold_review (
        id bigint generated always as identity primary key,
        copy_id uuid,
        reader_id uuid,
        title_id uuid,
        hold_id uuid,
        attempts int not null default 0,
        check (num_nonnulls(copy_id, reader_id, title_id, hold_id) = 1)
      );
      create table hold_sweep (
        one bool primary key default true check (one),
        done_for date,
        held_by uuid,
        held_until timestamptz
      );
      insert into hold_sweep default values;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table hold_sweep, hold_review');
  }
}
