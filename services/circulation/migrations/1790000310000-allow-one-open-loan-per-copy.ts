import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The race of two desks ends here, whatever the code above forgets. */
export class AllowOneOpenLoanPerCopy1790000310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create unique index loan_one_open_per_copy on loan (copy_id) where closed_how is null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index loan_one_open_per_copy');
  }
}
