import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What activities must know of a title: that a note may name it, and which one took its place. */
export class CreateKnownTitle1790000300000 implements MigrationInterface {
  readonly name = 'CreateKnownTitle1790000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_title (
        title_id uuid primary key,
        merged_into uuid,
        version int not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table known_title');
  }
}
