import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the people of a school wish for, their votes, and what became of it. */
export class CreateSuggestions1790004614000 implements MigrationInterface {
  readonly name = 'CreateSuggestions1790004614000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table suggestion (
        id uuid primary key,
        school_id uuid not null,
        isbn text,
        name text not null,
        name_key text not null,
        contributor text,
        publisher text,
        channel text not null check (channel in ('form', 'message', 'survey')),
        asker text not null check (asker in ('teacher', 'reader', 'staff')),
        course text,
        reason text,
        suggested_on date not null,
        -- The account alone: who it is, only readers knows.
        suggested_by text not null,
        status text not null check (status in ('open', 'ordered', 'declined')),
        order_id uuid references purchase_order,
        words text,
        decided_on date,
        decided_by text,
        check ((status = 'open') = (decided_on is null)),
        check ((status = 'ordered') = (order_id is not null)),
        check (status <> 'declined' or words is not null)
      );
      -- Who wishes for the same votes for it.
      create unique index suggestion_open_once on suggestion (school_id, (coalesce(isbn, name_key))) where status = 'open';
      create index suggestion_of_school on suggestion (school_id, id);
      create index suggestion_of_account on suggestion (suggested_by, id);
      create table suggestion_vote (
        suggestion_id uuid not null references suggestion,
        by_whom text not null,
        primary key (suggestion_id, by_whom)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table suggestion_vote, suggestion');
  }
}
