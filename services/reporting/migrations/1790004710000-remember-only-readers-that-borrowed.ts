import type { MigrationInterface, QueryRunner } from 'typeorm';

const view = (who: string): string => `
  create or replace view borrower_year_anew as
  select school_year_of(loaned_on) as school_year, reader_id,
         bit_or(set_bit(repeat('0', 366)::bit(366), loaned_on - make_date(school_year_of(loaned_on), 9, 1), 1)) as days
  from known_loan ${who} group by 1, 2`;

/** A loan to a class has no reader: it was taken for one who is nobody, so that the sums differed, and none could be made anew. */
export class RememberOnlyReadersThatBorrowed1790004710000 implements MigrationInterface {
  readonly name = 'RememberOnlyReadersThatBorrowed1790004710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(view('where reader_id is not null'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(view(''));
  }
}
