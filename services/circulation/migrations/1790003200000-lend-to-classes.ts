import type { MigrationInterface, QueryRunner } from 'typeorm';

const COUNTY_POLICY = '01900000-0000-7000-8000-000000000001';
const ROW = '01900000-0000-7000-8000-000000000106';

/**
 * A borrower is a reader or a class. A loan to a class has no reader, and its class is the borrower; `borrower` has a row
 * for each class beside those of readers, so that what a class has counts for nobody else. The first policy of the county
 * says how much a class may have.
 */
export class LendToClasses1790003200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table borrower rename column reader_id to borrower_id;
      alter table borrower add column kind text not null default 'reader' check (kind in ('reader', 'class'));
      insert into borrower (borrower_id, kind) select class_id, 'class' from known_class;

      alter table loan
        alter column reader_id drop not null,
        alter column reader_kind drop not null,
        add column mode text not null default 'individual'
          check (mode in ('individual', 'collective', 'corner', 'box', 'in-room', 'delivery')),
        add check ((reader_id is null) = (reader_kind is null)),
        add check (reader_id is not null or class_id is not null);
      create index loan_of_class on loan (class_id, id) where reader_id is null;

      alter table compensation
        alter column reader_id drop not null,
        add column class_id uuid,
        add column version int not null default 1,
        add check ((reader_id is null) <> (class_id is null));
      create index compensation_of_class on compensation (class_id, id) where class_id is not null;

      alter table lending_policy_row
        drop constraint lending_policy_row_reader_kind_check,
        add constraint lending_policy_row_reader_kind_check
          check (reader_kind in ('student', 'teacher', 'staff', 'external', 'class'));
    `);
    await runner.query(
      `insert into lending_policy_row (id, policy_id, place, reader_kind, sets)
       select $1, id, 6, 'class', $3 from lending_policy where id = $2`,
      [ROW, COUNTY_POLICY, JSON.stringify({ loanLimit: 60, loanDays: 30, renewals: 1, sameTitle: 'allow' })],
    );
    await runner.query('update lending_policy_stamp set stamp = stamp + 1');
  }

  /** Only without loans to classes: what they have cannot be put on anybody else. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from lending_policy_row where reader_kind = 'class'`);
    await runner.query(`
      alter table lending_policy_row
        drop constraint lending_policy_row_reader_kind_check,
        add constraint lending_policy_row_reader_kind_check
          check (reader_kind in ('student', 'teacher', 'staff', 'external'));
      drop index compensation_of_class, loan_of_class;
      alter table compensation drop column version, drop column class_id, alter column reader_id set not null;
      alter table loan drop column mode, alter column reader_kind set not null, alter column reader_id set not null;
      delete from borrower where kind = 'class';
      alter table borrower drop column kind;
      alter table borrower rename column borrower_id to reader_id;
    `);
  }
}
