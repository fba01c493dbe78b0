import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Books that are brought to those who need them, and what became of it. */
export class MatchBooksAndReaders1790005520800 implements MigrationInterface {
  readonly name = 'MatchBooksAndReaders1790005520800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table book_match (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        name text not null,
        occasion text not null check (occasion in ('asked-for', 'subject', 'grade-band', 'reads-little', 'other')),
        subject text,
        words text,
        title_ids uuid[] not null check (cardinality(title_ids) >= 1),
        sent_on date not null,
        sent_by text not null
      );
      create index book_match_of_school on book_match (school_id, id desc);
      create table matched_reader (
        match_id uuid not null references book_match,
        reader_id uuid not null,
        class_id uuid,
        declined_on date,
        declined_by text,
        primary key (match_id, reader_id)
      );
      create index matched_reader_of_reader on matched_reader (reader_id, match_id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table matched_reader, book_match');
  }
}
