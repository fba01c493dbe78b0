import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stars are found by loans, and recommendations are held against what a school has got new: activities knows loans and copies. */
export class KnowLoansAndCopies1790005520000 implements MigrationInterface {
  readonly name = 'KnowLoansAndCopies1790005520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_loan (
        loan_id uuid primary key,
        version int not null,
        title_id uuid not null,
        -- null: a class has it
        reader_id uuid,
        class_id uuid,
        grade int,
        -- the school of the borrower
        school_id uuid not null,
        mode text not null,
        loaned_on date not null,
        returned_on date
      );
      create index known_loan_of_school on known_loan (school_id, loaned_on) where reader_id is not null and mode <> 'in-room';
      create index known_loan_of_reader on known_loan (reader_id, loaned_on);
      create table known_copy (
        copy_id uuid primary key,
        version int not null,
        school_id uuid not null,
        title_id uuid not null,
        accessioned_on date not null
      );
      create index known_copy_of_school on known_copy (school_id, title_id, accessioned_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table known_copy, known_loan');
  }
}
