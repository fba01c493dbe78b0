import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The schedules of the Chinese Library Classification that a library of the county is licensed for, as it handed them in. */
export class CreateClcClasses1790005120000 implements MigrationInterface {
  readonly name = 'CreateClcClasses1790005120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table clc_class (
        notation text primary key,
        words text not null,
        -- Of this table, or of the first two levels, which the program knows; null for a main class.
        parent text,
        -- clcSortKey of the notation
        filing text collate "C" not null
      );
      create index clc_class_below on clc_class (parent, filing);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table clc_class');
  }
}
