import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What readers and classes have borrowed and owe, as circulation says it, so that nobody leaves a school unnoticed with books. A loan
 * stands under its copy, for that is the key its events come by.
 */
export class KnowWhatReadersOwe1790005410100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_loan (
        copy_id uuid primary key,
        version int not null,
        reader_id uuid,
        class_id uuid,
        due_on date not null,
        is_open boolean not null
      );
      create index known_loan_of_reader on known_loan (reader_id) where is_open;
      create index known_loan_of_class on known_loan (class_id) where is_open and reader_id is null;

      create table known_debt (
        id uuid primary key,
        version int not null,
        reader_id uuid,
        owed_fen int,
        is_open boolean not null
      );
      create index known_debt_of_reader on known_debt (reader_id) where is_open;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table known_debt, known_loan');
  }
}
