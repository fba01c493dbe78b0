import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Walks along a shelf: what stood there, in the order in which it was scanned, and what did not belong. */
export class PatrolShelves1790005310000 implements MigrationInterface {
  readonly name = 'PatrolShelves1790005310000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table shelf_patrol (
        id uuid primary key,
        school_id uuid not null,
        location_id uuid not null references location,
        walked_on date not null,
        walked_by text,
        entered_by text not null,
        note text,
        scanned int not null check (scanned >= 1)
      );
      create index shelf_patrol_by_school on shelf_patrol (school_id, walked_on desc, id desc);
      create index shelf_patrol_by_place on shelf_patrol (location_id, walked_on desc, id desc);

      -- Only what did not belong; all else was where it should be.
      create table shelf_patrol_finding (
        patrol_id uuid not null references shelf_patrol on delete cascade,
        -- Its place among what was scanned, from 1.
        position int not null check (position >= 1),
        barcode text not null,
        copy_id uuid references copy,
        finding text not null check (finding in ('out-of-order', 'of-another-place', 'not-to-be-here', 'unknown')),
        -- The copy it belongs behind on this shelf.
        behind_id uuid references copy,
        put_right_on date,
        put_right_by text,
        primary key (patrol_id, position),
        check ((put_right_on is null) = (put_right_by is null))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table shelf_patrol_finding, shelf_patrol');
  }
}
