import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of which day a borrower was last said to be told of a kind of thing: what goes on for weeks is said once a week. */
export class RememberAnnouncedNotices1790005551000 implements MigrationInterface {
  readonly name = 'RememberAnnouncedNotices1790005551000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table announced_notice (
        kind text not null,
        borrower_id uuid not null,
        school_id uuid not null,
        said_for date not null,
        primary key (borrower_id, kind, school_id)
      );
      create index clearance_open_of_school on clearance (school_id, reader_id) where state = 'open';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index clearance_open_of_school; drop table announced_notice');
  }
}
