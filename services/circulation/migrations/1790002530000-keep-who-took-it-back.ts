import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who ended a loan at the desk, beside who made it; null for loans that ended before. */
export class KeepWhoTookItBack1790002530000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table loan add column closed_by text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table loan drop column closed_by');
  }
}
