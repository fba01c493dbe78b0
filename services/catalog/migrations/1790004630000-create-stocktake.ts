import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stocktakes: what is counted, what was scanned, which copies were moved by it, and the findings as they were signed. */
export class CreateStocktake1790004630000 implements MigrationInterface {
  readonly name = 'CreateStocktake1790004630000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stocktake (
        id uuid primary key,
        school_id uuid not null,
        name text not null,
        state text not null default 'open' check (state in ('open', 'signed', 'cancelled')),
        location text,
        kind text,
        clc_from text,
        clc_to text,
        first_number int not null check (first_number >= 1),
        -- through_number: the last copy that the school had when it was opened; what came later is not missed.
        last_number int,
        through_number int not null,
        begins_on date,
        ends_on date,
        opened_on date not null,
        opened_by text not null,
        closed_on date,
        closed_by text,
        note text,
        -- Copies that were to be seen when it was opened, and of those how many have been: for the progress of the county.
        expected int not null,
        seen int not null default 0,
        scanned int not null default 0,
        last_scan_at timestamptz,
        -- Copies under each finding, as signed.
        figures jsonb,
        check ((state = 'open') = (closed_on is null)),
        check ((state = 'signed') = (figures is not null))
      );
      create index stocktake_by_school on stocktake (school_id, opened_on desc, id desc);
      create table stocktake_scan (
        stocktake_id uuid not null references stocktake,
        barcode text not null,
        -- Null where the school has no copy with this barcode.
        copy_id uuid references copy,
        scanned_at timestamptz not null,
        scanned_by text not null,
        primary key (stocktake_id, barcode)
      );
      create index stocktake_scan_of_copy on stocktake_scan (stocktake_id, copy_id);
      -- What the stocktake did to copies, and so what it can take back.
      create table stocktake_mark (
        stocktake_id uuid not null references stocktake,
        copy_id uuid not null references copy,
        was text not null,
        became text not null,
        primary key (stocktake_id, copy_id)
      );
      create index stocktake_mark_of_copy on stocktake_mark (copy_id);
      -- All but what was simply seen, as the head signed it.
      create table stocktake_finding (
        stocktake_id uuid not null references stocktake,
        barcode text not null,
        copy_id uuid,
        finding text not null,
        stock_state text,
        lending text,
        primary key (stocktake_id, barcode)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table stocktake_finding, stocktake_mark, stocktake_scan, stocktake');
  }
}
