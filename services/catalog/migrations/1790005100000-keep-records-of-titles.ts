import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Records as they were imported, so that they go out again field by field: deflated, one for each source of a title. A
 * record stays with the title it described when that one is merged; who asks for the title it went into finds it there.
 * And the fields of a title that somebody wrote at the door: only those are put over what a record says.
 */
export class KeepRecordsOfTitles1790005100000 implements MigrationInterface {
  readonly name = 'KeepRecordsOfTitles1790005100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table kept_record (
        title_id uuid not null references title,
        agency text not null,
        number text not null,
        dialect text not null check (dialect in ('unimarc', 'marc21')),
        record_hash text not null,
        body bytea not null check (octet_length(body) <= 1000000),
        kept_at timestamptz not null,
        primary key (title_id, agency, number)
      );
      create index kept_record_of_lost on kept_record (record_hash) where agency = 'bytes';
      alter table kept_record alter column body set storage external;
      create table edited_field (
        title_id uuid not null references title,
        field text not null,
        edited_at timestamptz not null,
        primary key (title_id, field)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table edited_field, kept_record');
  }
}
