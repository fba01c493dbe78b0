import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cards that a device showed and nobody has: who tries numbers is paused (decision 50). */
export class CountUnknownCards1790005502000 implements MigrationInterface {
  readonly name = 'CountUnknownCards1790005502000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table unknown_card_count (
        account text primary key,
        since timestamptz not null,
        cards int not null,
        paused_until timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table unknown_card_count');
  }
}
