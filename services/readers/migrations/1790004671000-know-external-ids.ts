import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ids that school systems give their people: opaque, each once in a school (decision 48). */
export class KnowExternalIds1790004671000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reader add column external_id text;
      create unique index reader_external_id on reader (school_id, external_id) where external_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reader drop column external_id');
  }
}
