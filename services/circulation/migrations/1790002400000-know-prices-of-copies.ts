import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The price of a copy, as the catalogue says it; and which event described the copy last: a withdrawal says nothing of
 * barcode, kind, class or price, and may come before the description it followed.
 */
export class KnowPricesOfCopies1790002400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table known_copy add column price_fen int, add column described_version int not null default 0;
      update known_copy set described_version = version where barcode is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table known_copy drop column price_fen, drop column described_version');
  }
}
