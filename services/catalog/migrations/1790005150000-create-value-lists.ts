import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The values that a field of a description may have in this county, in the order in which they are offered. */
export class CreateValueLists1790005150000 implements MigrationInterface {
  readonly name = 'CreateValueLists1790005150000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table value_list (
        name text primary key,
        version int not null,
        entries jsonb not null
      );
      insert into value_list (name, version, entries) values ('publisher', 1, '[]'), ('audience', 1, '[]');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table value_list');
  }
}
