import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The files a service keeps, and, unless they lie elsewhere, their bytes; see `FileStore`. */
export abstract class CreateFileTables implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stored_file (
        id uuid primary key,
        media_type text not null,
        size bigint not null default 0,
        unused_since timestamptz default clock_timestamp()
      );
      create index stored_file_unused on stored_file (unused_since) where unused_since is not null;
      create table file_chunk (
        file_id uuid not null references stored_file on delete cascade,
        n int not null,
        bytes bytea not null,
        primary key (file_id, n)
      );
      alter table file_chunk alter column bytes set storage external;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table file_chunk, stored_file');
  }
}
