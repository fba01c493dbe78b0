import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The accession register: one line per copy, numbers without a gap in each school, a barcode once in a school. */
export class CreateCopy1790000300000 implements MigrationInterface {
  readonly name = 'CreateCopy1790000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table accession_counter (
        school_id uuid primary key,
        next int not null check (next >= 1)
      );
      create table copy (
        id uuid primary key,
        version int not null default 1,
        title_id uuid not null references title,
        school_id uuid not null,
        barcode text not null,
        accession_number int not null check (accession_number >= 1),
        former_number text,
        clc text,
        book_number text,
        call_number text,
        volume text,
        kind text not null check (kind in ('book', 'reference', 'periodical', 'audiovisual', 'textbook', 'other')),
        location text,
        price_fen int check (price_fen >= 0),
        stock_state text not null check (stock_state in
          ('processing', 'lendable', 'reading-room', 'repair', 'missing', 'withdrawn')),
        accessioned_on date not null,
        withdrawn_on date,
        withdrawal_reason text check (withdrawal_reason in
          ('lost', 'lost-and-paid', 'damaged', 'surplus', 'outdated', 'transferred')),
        found_as text,
        check ((stock_state = 'withdrawn') = (withdrawn_on is not null)),
        check ((withdrawn_on is null) = (withdrawal_reason is null)),
        constraint copy_barcode_once_in_a_school unique (school_id, barcode),
        constraint copy_number_once_in_a_school unique (school_id, accession_number)
      );
      create index copy_by_title on copy (title_id, school_id);
      create index copy_by_barcode on copy (barcode);
      -- A copy that came without a barcode is known again by its place in its record.
      create unique index copy_found_once on copy (school_id, found_as) where found_as is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table copy, accession_counter');
  }
}
