import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Titles are shown in the order in which they were entered, and the index of their words knows in which block of 8,192 of
 * that order each stands. So a page of a word that thousands of titles have reads the titles of a few blocks and not all of
 * them. No word of a title or of a question begins with `#`.
 */
export class FindTitlesBlockByBlock1790004750000 implements MigrationInterface {
  readonly name = 'FindTitlesBlockByBlock1790004750000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table title add entry_order bigint generated always as identity;
      create unique index title_by_entry_order on title (entry_order);
      create function block_of(entry_order bigint) returns tsvector language sql immutable parallel safe
        return array_to_tsvector(array['#' || (entry_order >> 13)::text]);
      drop index title_by_words;
      drop index title_by_title_words;
      create index title_by_words on title using gin ((words || block_of(entry_order)));
      create index title_by_title_words on title using gin ((title_words || block_of(entry_order)));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index title_by_words;
      drop index title_by_title_words;
      drop function block_of(bigint);
      alter table title drop entry_order;
      create index title_by_words on title using gin (words);
      create index title_by_title_words on title using gin (title_words);
    `);
  }
}
