import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a supplier is to bring, or the school collects, on a day; what came of it, and what of that was wrong or damaged. */
export class TakeInTextbooks1790005474000 implements MigrationInterface {
  readonly name = 'TakeInTextbooks1790005474000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table textbook_delivery (
        id uuid primary key,
        school_id uuid not null,
        term_id uuid not null,
        order_id uuid references textbook_order,
        supplier text not null,
        how text not null check (how in ('delivered', 'collected')),
        expected_on date not null,
        arrived_on date,
        status text not null check (status in ('expected', 'arrived', 'cancelled')),
        -- Whom to call, and what was agreed.
        contact text,
        note text,
        version int not null default 1,
        check ((status = 'arrived') = (arrived_on is not null))
      );
      create index textbook_delivery_of_school on textbook_delivery (school_id, id);
      create index textbook_delivery_of_order on textbook_delivery (order_id) where order_id is not null;
      create table textbook_delivery_line (
        delivery_id uuid not null references textbook_delivery,
        textbook_id uuid not null references textbook,
        -- Nothing: it was not asked for, and came.
        expected int not null check (expected >= 0),
        delivered int check (delivered >= 0),
        -- Of what was delivered: another book, or damaged.
        unusable int check (unusable between 0 and delivered),
        note text,
        primary key (delivery_id, textbook_id)
      );
      create index textbook_delivery_line_of_textbook on textbook_delivery_line (textbook_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table textbook_delivery_line, textbook_delivery');
  }
}
