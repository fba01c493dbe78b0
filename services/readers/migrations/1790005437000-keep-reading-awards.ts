import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Awards that pupils were given for reading: a part of their reading record (RDR-012). */
export class KeepReadingAwards1790005437000 implements MigrationInterface {
  readonly name = 'KeepReadingAwards1790005437000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reading_award (
        id uuid primary key,
        school_id uuid not null references school,
        reader_id uuid not null references reader,
        name text not null,
        level text not null check (level in ('class', 'school', 'district', 'county', 'province', 'nation')),
        given_on date not null,
        words text,
        entered_on date not null,
        entered_by text not null,
        constraint reading_award_once unique (reader_id, name, given_on)
      );
      create index reading_award_of_school on reading_award (school_id, given_on desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reading_award');
  }
}
