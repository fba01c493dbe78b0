import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Titles and call numbers were learnt to be kept after copies had been described, so what was described before had none
 * until it was described anew. The room reads what the catalogue has said from the beginning, once: its positions go, and
 * what its inbox knows of them. Of each copy only the newest description counts again, so that no old barcode comes back
 * meanwhile; all else an event says that is known is passed over by its version.
 *
 * Runs before the service does. A county that has just begun has nothing to read again.
 */
export class ReadTheCatalogueAgain1790004400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update known_copy set described_version = described_version - 1 where call_number is null and described_version > 0;
      delete from digested_position where handler = 'shulian.circulation.from-catalog';
      delete from inbox where handler = 'shulian.circulation.from-catalog';
      delete from parked_event where handler = 'shulian.circulation.from-catalog' and resolved_at is null;
    `);
  }

  /** What was read again is not forgotten. */
  async down(): Promise<void> {}
}
