import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The cover of a title. Neither goes while the other stands: a title that goes drops its file first. */
export class CreateTitleCover1790004111000 implements MigrationInterface {
  readonly name = 'CreateTitleCover1790004111000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table title_cover (
        title_id uuid primary key references title,
        file_id uuid not null unique references stored_file,
        width int not null,
        height int not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table title_cover');
  }
}
