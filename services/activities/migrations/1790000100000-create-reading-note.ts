import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A note is the reader's own words: they stay here, and events carry its id only. */
export class CreateReadingNote1790000100000 implements MigrationInterface {
  readonly name = 'CreateReadingNote1790000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reading_note (
        id uuid primary key,
        reader_id uuid not null,
        school_id uuid not null,
        class_id uuid,
        title_id uuid,
        kind text not null check (kind in ('note', 'excerpt', 'reflection', 'card')),
        text text not null,
        state text not null check (state in ('handed-in', 'accepted')),
        handed_in_on date not null,
        accepted_on date,
        accepted_by text,
        version int not null,
        check ((state = 'accepted') = (accepted_on is not null and accepted_by is not null))
      );
      create index reading_note_of_school on reading_note (school_id, id desc);
      create index reading_note_of_class on reading_note (class_id, id desc);
      create index reading_note_of_reader on reading_note (reader_id, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reading_note');
  }
}
