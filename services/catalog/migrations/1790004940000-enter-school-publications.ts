import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a school has made itself (CAT-095): a title of the catalogue with its kind, makers and year. */
export class EnterSchoolPublications1790004940000 implements MigrationInterface {
  readonly name = 'EnterSchoolPublications1790004940000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table school_publication (
        title_id uuid primary key references title,
        version int not null default 1,
        school_id uuid not null,
        kind text not null,
        makers text not null,
        year int not null,
        characters int check (characters > 0),
        note text
      );
      create index school_publication_of_school on school_publication (school_id, title_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table school_publication');
  }
}
