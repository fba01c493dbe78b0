import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A loan to a class has no reader; its `reader_kind` is `class`. */
export class KnowLoansToClasses1790003201000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table known_loan alter column reader_id drop not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from known_loan where reader_id is null');
    await runner.query('alter table known_loan alter column reader_id set not null');
  }
}
