import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Readers look at what a school bought and was given, delivery by delivery, the newest first. */
export class ListDeliveriesOfSchools1790005340000 implements MigrationInterface {
  readonly name = 'ListDeliveriesOfSchools1790005340000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index register_batch_of_deliveries on register_batch (school_id, number) where delivery_id is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index register_batch_of_deliveries');
  }
}
