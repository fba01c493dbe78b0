import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Titles are narrowed by a subject heading, and by a place with all that is in it. */
export class FindTitlesBySubjectAndPlace1790004770000 implements MigrationInterface {
  readonly name = 'FindTitlesBySubjectAndPlace1790004770000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index title_of_subject on title using gin (subjects);
      create index location_with_all_in_it on location using gin (ancestors);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index location_with_all_in_it, title_of_subject');
  }
}
