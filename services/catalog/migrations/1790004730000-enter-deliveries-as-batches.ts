import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A delivery is a batch of its own in the summary register, whatever else came on its day by the same paper, or by none. */
export class EnterDeliveriesAsBatches1790004730000 implements MigrationInterface {
  readonly name = 'EnterDeliveriesAsBatches1790004730000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table register_batch add column delivery_id uuid references delivery;
      alter table register_batch drop constraint register_batch_once;
      alter table register_batch add constraint register_batch_once unique nulls not distinct
        (school_id, period, day, side, source, document_number, import_id, delivery_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table register_batch drop constraint register_batch_once;
      alter table register_batch drop column delivery_id;
      alter table register_batch add constraint register_batch_once unique nulls not distinct
        (school_id, period, day, side, source, document_number, import_id);
    `);
  }
}
