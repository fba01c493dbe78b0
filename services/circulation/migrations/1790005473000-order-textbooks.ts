import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A round in which textbooks of a coming term are ordered: what grade departments and lesson groups wish, what was decided beside
 * what is needed by the class lists, and when it was reported to the county office.
 */
export class OrderTextbooks1790005473000 implements MigrationInterface {
  readonly name = 'OrderTextbooks1790005473000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table textbook_order (
        id uuid primary key,
        school_id uuid not null,
        term_id uuid not null,
        name text not null,
        wishes_until date not null,
        status text not null check (status in ('open', 'confirmed', 'reported', 'cancelled')),
        confirmed_on date,
        reported_on date,
        -- Why the county office sent the figures back.
        office_note text,
        version int not null default 1
      );
      create index textbook_order_of_school on textbook_order (school_id, id);
      create index textbook_order_reported on textbook_order (id) where status = 'reported';
      create table textbook_wish (
        order_id uuid not null references textbook_order,
        group_kind text not null,
        group_name text not null,
        textbook_id uuid not null references textbook,
        quantity int not null check (quantity > 0),
        note text,
        by_whom text not null,
        entered_on date not null,
        primary key (order_id, group_kind, group_name, textbook_id)
      );
      create index textbook_wish_of_textbook on textbook_wish (textbook_id);
      create table textbook_order_line (
        order_id uuid not null references textbook_order,
        textbook_id uuid not null references textbook,
        -- As they stood when it was confirmed.
        needed int not null,
        wished int not null,
        on_hand int not null,
        quantity int not null check (quantity > 0),
        price_fen int,
        primary key (order_id, textbook_id)
      );
      create index textbook_order_line_of_textbook on textbook_order_line (textbook_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table textbook_order_line, textbook_wish, textbook_order');
  }
}
