import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A stocktake of a place in the tree of its school, with all that is in it. */
export class TakeStockOfPlaces1790004731000 implements MigrationInterface {
  readonly name = 'TakeStockOfPlaces1790004731000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table stocktake add column location_id uuid references location');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table stocktake drop column location_id');
  }
}
