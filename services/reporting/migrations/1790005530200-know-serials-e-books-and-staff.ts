import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What libraries have besides copies: serials subscribed to, e-books, people. Few rows, so reports read them as they are. */
export class KnowSerialsEBooksAndStaff1790005530200 implements MigrationInterface {
  readonly name = 'KnowSerialsEBooksAndStaff1790005530200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Without a day of approval it counts for nothing.
      create table known_subscription (
        round_id uuid primary key, school_id uuid not null, year int not null, approved_on date, newspapers int not null,
        periodicals int not null, copies int not null, fen bigint not null, version int not null);
      create index known_subscription_of_school on known_subscription (school_id, year);
      create table known_e_books (
        line_id uuid primary key, school_id uuid, counts_as text not null, on_day date not null, volumes int not null,
        fen bigint not null);
      create index known_e_books_of_school on known_e_books (school_id, on_day);
      create table known_staff (
        staff_member_id uuid primary key, school_id uuid not null, starts_on date not null, ends_on date,
        removed boolean not null, version int not null);
      create index known_staff_of_school on known_staff (school_id) where not removed;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table known_staff, known_e_books, known_subscription');
  }
}
