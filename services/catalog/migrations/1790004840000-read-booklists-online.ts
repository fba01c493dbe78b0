import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An entry of a booklist that is read online: a link, or an electronic resource in which it is found. */
export class ReadBooklistsOnline1790004840000 implements MigrationInterface {
  readonly name = 'ReadBooklistsOnline1790004840000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table bibliography_entry add column url text check (url like 'https://%');
      alter table bibliography_entry add column resource_id uuid references e_resource;
      create index bibliography_entry_of_resource on bibliography_entry (resource_id) where resource_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table bibliography_entry drop column url, drop column resource_id');
  }
}
