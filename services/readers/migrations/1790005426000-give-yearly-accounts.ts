import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a library tells its pupils and staff once a year, so that they can watch over it (RDR-050): written, published to its
 * school, and asked about; the library answers.
 */
export class GiveYearlyAccounts1790005426000 implements MigrationInterface {
  readonly name = 'GiveYearlyAccounts1790005426000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table yearly_account (
        id uuid primary key,
        school_id uuid not null references school,
        year int not null,
        title text not null,
        text text not null,
        figures jsonb not null,
        published_on date,
        published_by text,
        version int not null,
        written_on date not null,
        written_by text not null,
        constraint yearly_account_once unique (school_id, year)
      );

      create table account_remark (
        id uuid primary key,
        account_id uuid not null references yearly_account,
        school_id uuid not null references school,
        by_account text not null,
        asker text not null check (asker in ('teacher', 'reader', 'staff')),
        text text not null,
        made_on date not null,
        answer text,
        answered_on date,
        answered_by text,
        hidden_on date,
        check ((answer is null) = (answered_on is null))
      );
      create index account_remark_of_account on account_remark (account_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table account_remark, yearly_account');
  }
}
