import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a school gathers in a database of its own, entry by entry. */
export class BuildFeatureDatabases1790004830000 implements MigrationInterface {
  readonly name = 'BuildFeatureDatabases1790004830000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feature_entry (
        id uuid primary key,
        version int not null,
        resource_id uuid not null references e_resource,
        name text not null,
        subject text,
        description text,
        title_id uuid references title,
        copy_id uuid references copy,
        url text check (url like 'https://%'),
        entered_on date not null,
        entered_by text not null,
        -- Something to look at: words are none.
        check (title_id is not null or copy_id is not null or url is not null)
      );
      create index feature_entry_of_database on feature_entry (resource_id, id);
      create index feature_entry_of_title on feature_entry (title_id) where title_id is not null;
      create index feature_entry_of_copy on feature_entry (copy_id) where copy_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table feature_entry');
  }
}
