import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a reader is found by: every end of the name, of its pinyin and of its initials, so that a beginning in this table is
 * any part of the name. One range of the index in one school; `C` compares bytes, as ranges of beginnings need it.
 * `has_words` is false for who was there before: the service writes their words after its start.
 */
export class FindReadersByWordsOfTheirNames1790002800000 implements MigrationInterface {
  readonly name = 'FindReadersByWordsOfTheirNames1790002800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reader add column has_words boolean not null default false;
      create index reader_without_words on reader (id) where not has_words;
      create table reader_word (
        school_id uuid not null,
        word text collate "C" not null,
        reader_id uuid not null references reader,
        primary key (school_id, word, reader_id)
      );
      create index reader_word_of_reader on reader_word (reader_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reader_word; alter table reader drop column has_words');
  }
}
