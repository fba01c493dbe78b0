import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An entry that names a title is printed with what the title is called. */
export class CallTitlesByName1790005401100 implements MigrationInterface {
  readonly name = 'CallTitlesByName1790005401100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table known_title add title text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table known_title drop title');
  }
}
