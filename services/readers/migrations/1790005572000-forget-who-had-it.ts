import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came back or was paid is nobody's any more here: readers asks only what is still out or owed. */
export class ForgetWhoHadIt1790005572000 implements MigrationInterface {
  readonly name = 'ForgetWhoHadIt1790005572000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update known_loan set reader_id = null, class_id = null where not is_open and (reader_id is not null or class_id is not null);
      update known_debt set reader_id = null where not is_open and reader_id is not null;
    `);
  }

  /** Who it was is not known any more. */
  async down(): Promise<void> {}
}
