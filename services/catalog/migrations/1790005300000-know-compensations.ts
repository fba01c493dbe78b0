import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is owed for lost copies, as circulation says it, and what the catalogue did about each: the lost copy struck, and where
 * it was replaced the copy that came for it. Who owes stays with circulation: here is no id of a reader.
 */
export class KnowCompensations1790005300000 implements MigrationInterface {
  readonly name = 'KnowCompensations1790005300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_compensation (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        copy_id uuid not null,
        owed_on date not null,
        owed_fen int,
        -- How it was settled; null: it is owed.
        how text,
        amount_fen int,
        settled_on date,
        check ((how is null) = (settled_on is null))
      );
      create index known_compensation_by_school on known_compensation (school_id, owed_on desc, id desc);
      create index known_compensation_of_copy on known_compensation (copy_id, owed_on desc, id desc);

      create table compensation_closing (
        compensation_id uuid primary key,
        -- A copy is struck once, and its line closes one compensation.
        copy_id uuid not null references copy constraint compensation_closing_once_a_copy unique,
        replacement_id uuid references copy constraint compensation_closing_once_a_replacement unique,
        closed_on date not null,
        closed_by text not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table compensation_closing, known_compensation');
  }
}
