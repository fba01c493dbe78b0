import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The stock as catalog tells it, and, apart from it, what circulation says is lost: two topics, two versions. */
export class CreateKnownTitlesAndCopies1790000200000 implements MigrationInterface {
  readonly name = 'CreateKnownTitlesAndCopies1790000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_copy (
        copy_id uuid primary key, school_id uuid not null, title_id uuid not null, clc text, kind text not null,
        price_fen bigint, withdrawn boolean not null, version int not null);
      create index known_copy_of_school on known_copy (school_id, title_id) where not withdrawn;
      create index known_copy_of_title on known_copy (title_id) where not withdrawn;
      create table lost_copy (copy_id uuid primary key, lost boolean not null, version int not null);
      create index lost_copy_now on lost_copy (copy_id) where lost;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lost_copy, known_copy');
  }
}
