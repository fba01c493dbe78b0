import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What titles are found by, apart from the words of their whole description: the words of the title alone, which come first,
 * and the beginning of the title. `words_version` tells which titles still have the words of an older version of the rules.
 * A school's titles are gone through in their order by an index, not by way of all titles of the county.
 */
export class FindTitlesAsPeopleType1790002700000 implements MigrationInterface {
  readonly name = 'FindTitlesAsPeopleType1790002700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table title
        add search_key text collate "C" not null default '',
        add title_words tsvector not null default '',
        add words_version int not null default 1;
      create index title_by_search_key on title (search_key, id);
      create index title_by_title_words on title using gin (title_words);
      create index title_with_old_words on title (words_version, id) where words_version < 2;
      create index copy_by_school_and_title on copy (school_id, title_id) where stock_state <> 'withdrawn';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index copy_by_school_and_title;
      alter table title drop words_version, drop title_words, drop search_key;
    `);
  }
}
