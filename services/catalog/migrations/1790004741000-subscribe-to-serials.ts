import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a school subscribes to for a year, reviewed title by title; and what the county office has all schools take. */
export class SubscribeToSerials1790004741000 implements MigrationInterface {
  readonly name = 'SubscribeToSerials1790004741000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table subscription_round (
        id uuid primary key,
        version int not null default 1,
        school_id uuid not null,
        year int not null,
        required_titles int check (required_titles >= 0),
        vendor_id uuid references vendor,
        status text not null default 'draft' check (status in ('draft', 'submitted', 'refused', 'approved')),
        created_on date not null,
        approved_on date,
        next_line int not null default 1,
        constraint subscription_round_once_a_year unique (school_id, year),
        check ((status = 'approved') = (approved_on is not null))
      );
      create table subscription_step (
        round_id uuid not null references subscription_round,
        version int not null,
        action text not null check (action in ('submit', 'approve', 'refuse', 'revise')),
        on_day date not null,
        by_whom text not null,
        remark text,
        primary key (round_id, version)
      );
      create table subscription_line (
        round_id uuid not null references subscription_round,
        number int not null,
        title_id uuid not null references serial,
        room text not null check (room in ('pupils', 'teachers', 'staff')),
        copies int not null check (copies > 0),
        price_fen int not null check (price_fen >= 0),
        shelf_order text,
        verdict text check (verdict in ('accept', 'decline')),
        useful boolean,
        readable boolean,
        reviewer text,
        remark text,
        reviewed_on date,
        reviewed_by text,
        primary key (round_id, number),
        constraint subscription_line_once_in_a_room unique (round_id, title_id, room),
        check ((verdict is null) = (reviewed_on is null))
      );
      create index subscription_line_of_serial on subscription_line (title_id);
      create table serial_mandate (
        id uuid primary key,
        title_id uuid not null references serial,
        year int not null,
        copies int not null check (copies > 0),
        price_fen int not null check (price_fen >= 0),
        order_by date not null,
        pay_by date not null,
        set_on date not null,
        set_by text not null,
        withdrawn_on date,
        withdrawn_by text
      );
      create unique index serial_mandate_once_a_year on serial_mandate (title_id, year) where withdrawn_on is null;
      create index serial_mandate_by_year on serial_mandate (year, id);
      create table mandate_payment (
        id uuid primary key,
        mandate_id uuid not null references serial_mandate,
        school_id uuid not null,
        fen bigint not null check (fen > 0),
        paid_on date not null,
        document_number text,
        entered_by text not null,
        reversed_on date,
        reversed_by text,
        reversal_reason text
      );
      create index mandate_payment_of_school on mandate_payment (school_id, mandate_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table mandate_payment, serial_mandate, subscription_line, subscription_step, subscription_round',
    );
  }
}
