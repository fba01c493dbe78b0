import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ids that school systems give their classes, each once in a school (decision 48). */
export class KnowExternalIdsOfClasses1790004720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table school_class add column external_id text;
      create unique index school_class_external_id on school_class (school_id, external_id) where external_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table school_class drop column external_id');
  }
}
