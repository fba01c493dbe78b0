import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What lists of loans and holds walk along: newest first, by whoever may see them. Readers who were lent to at another
 * school are few, so their index is small; what is open is a small part of what there ever was.
 */
export class IndexLists1790002510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index loan_of_visitor on loan (reader_school_id, id) where reader_school_id <> lending_school_id;
      create index loan_open_of_visitor on loan (reader_school_id, id)
        where closed_how is null and reader_school_id <> lending_school_id;
      create index loan_open_by_school on loan (lending_school_id, id) where closed_how is null;
      drop index loan_by_reader_school;

      create index hold_of_visitor on hold (reader_school_id, id) where reader_school_id <> pickup_school_id;
      create index hold_by_school_status on hold (pickup_school_id, status, id);
      create index hold_by_title on hold (title_id, pickup_school_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index hold_by_title, hold_by_school_status, hold_of_visitor;
      create index loan_by_reader_school on loan (reader_school_id, id);
      drop index loan_open_by_school, loan_open_of_visitor, loan_of_visitor;
    `);
  }
}
