import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ids that school systems give their copies, each once in a school (decision 48). */
export class KnowExternalIdsOfCopies1790004720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table copy add column external_id text;
      create unique index copy_external_id on copy (school_id, external_id) where external_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table copy drop column external_id');
  }
}
