import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What activities must know of a reader: school and class, no name. */
export class CreateKnownReader1790000200000 implements MigrationInterface {
  readonly name = 'CreateKnownReader1790000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_reader (
        reader_id uuid primary key,
        school_id uuid not null,
        class_id uuid,
        active boolean not null,
        version int not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table known_reader');
  }
}
