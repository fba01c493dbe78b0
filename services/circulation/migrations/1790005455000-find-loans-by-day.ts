import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Registers and counts of a school are asked for by days, and name its readers of a kind. */
export class FindLoansByDay1790005455000 implements MigrationInterface {
  readonly name = 'FindLoansByDay1790005455000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index loan_by_school_day on loan (lending_school_id, loaned_on, id);
      create index known_reader_by_school on known_reader (school_id, reader_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index known_reader_by_school, loan_by_school_day');
  }
}
