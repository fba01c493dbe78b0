import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the system of a school calls a title of the county. */
export class KnowExternalIdsOfTitles1790005501000 implements MigrationInterface {
  readonly name = 'KnowExternalIdsOfTitles1790005501000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table title_external_id (
        school_id uuid not null,
        external_id text not null,
        title_id uuid not null references title,
        primary key (school_id, external_id)
      );
      create index title_external_id_of on title_external_id (title_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table title_external_id');
  }
}
