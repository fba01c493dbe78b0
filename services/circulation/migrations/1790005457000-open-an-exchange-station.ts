import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pupils bring good books of their own, get tickets for them, and take others for tickets. */
export class OpenAnExchangeStation1790005457000 implements MigrationInterface {
  readonly name = 'OpenAnExchangeStation1790005457000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a pupil may still take; nobody takes more than he has.
      create table exchange_account (
        reader_id uuid primary key,
        tickets int not null default 0 check (tickets >= 0)
      );

      create table exchange_book (
        id uuid primary key,
        school_id uuid not null,
        giver_id uuid not null,
        title text not null,
        author text,
        state text not null default 'offered' check (state in ('offered', 'there', 'refused', 'taken', 'withdrawn')),
        -- For the giver, and of the taker.
        tickets int check (tickets between 1 and 10),
        why text,
        offered_on date not null,
        vetted_by text,
        taker_id uuid,
        taken_on date,
        version int not null default 1,
        check ((state in ('there', 'taken')) <= (tickets is not null)),
        check ((state = 'taken') = (taker_id is not null)),
        check ((state = 'taken') = (taken_on is not null)),
        check (state <> 'refused' or why is not null)
      );
      create index exchange_book_by_school on exchange_book (school_id, id);
      create index exchange_book_there on exchange_book (school_id, id) where state = 'there';
      create index exchange_book_of_giver on exchange_book (giver_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table exchange_book, exchange_account');
  }
}
