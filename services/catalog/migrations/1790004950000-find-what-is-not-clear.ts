import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies with a gap, and issues not processed, are few: each list reads its own index. */
export class FindWhatIsNotClear1790004950000 implements MigrationInterface {
  readonly name = 'FindWhatIsNotClear1790004950000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index copy_unclear on copy (school_id, id) where stock_state <> 'withdrawn' and (clc is null or call_number is null
        or price_fen is null or (location_id is null and location is null));
      create index serial_receipt_unprocessed on serial_receipt (school_id, id) where processed_on is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index copy_unclear, serial_receipt_unprocessed');
  }
}
