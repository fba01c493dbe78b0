import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A merger of titles may be undone: the newer of the two holds, in whichever order they are heard of, so the version that
 * said so is known. A hold that went along with its title remembers for which it was placed, to go back with it.
 */
export class LetMergedTitlesSeparate1790004692000 implements MigrationInterface {
  readonly name = 'LetMergedTitlesSeparate1790004692000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table known_title add merged_version int not null default 0;
      update known_title set merged_version = version where merged_into is not null;
      alter table hold add placed_for uuid;
      create index hold_that_came_along on hold (title_id) where status = 'waiting' and placed_for is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index hold_that_came_along;
      alter table hold drop placed_for;
      alter table known_title drop merged_version;
    `);
  }
}
