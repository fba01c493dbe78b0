import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of whom a school buys, what it orders, and how each order went from hand to hand. */
export class CreateVendorsAndOrders1790004611000 implements MigrationInterface {
  readonly name = 'CreateVendorsAndOrders1790004611000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table vendor (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        name text not null,
        kind text not null check (kind in ('bookseller', 'publisher', 'wholesaler', 'subscriptions', 'other')),
        contact text,
        -- What they issue and supply, as their lists say.
        supplies text,
        closed boolean not null,
        constraint vendor_name_once_in_a_school unique (school_id, name)
      );
      create index vendor_of_school on vendor (school_id, id);

      create table purchase_order (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        name text not null,
        vendor_id uuid references vendor,
        survey text,
        status text not null check (status in ('draft', 'submitted', 'refused', 'approved', 'cancelled')),
        created_on date not null,
        next_line int not null default 1 check (next_line >= 1)
      );
      create index purchase_order_of_school on purchase_order (school_id, id);

      -- The trail: who did what with the order, in its order.
      create table purchase_order_step (
        order_id uuid not null references purchase_order,
        version int not null,
        action text not null check (action in ('submit', 'approve', 'refuse', 'revise', 'cancel')),
        on_day date not null,
        by_whom text not null,
        remark text,
        primary key (order_id, version)
      );

      create table purchase_order_line (
        order_id uuid not null references purchase_order,
        number int not null check (number >= 1),
        -- What is bought is what was reviewed: no line without a review.
        review_id uuid not null references suitability_review,
        kind text not null check (kind in ('book', 'reference', 'periodical', 'audiovisual', 'textbook', 'other')),
        quantity int not null check (quantity between 1 and 9999),
        unit_price_fen int not null check (unit_price_fen >= 0),
        duplicate_reason text,
        -- In deliveries that are looked at now, and those that are in the registers.
        arriving int not null default 0 check (arriving >= 0),
        accepted int not null default 0 check (accepted >= 0),
        primary key (order_id, number),
        constraint purchase_order_line_not_overfilled check (arriving + accepted <= quantity)
      );
      create index purchase_order_line_by_review on purchase_order_line (review_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table purchase_order_line, purchase_order_step, purchase_order, vendor');
  }
}
