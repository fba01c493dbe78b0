import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Looks at the condition of books, newspapers and magazines, and what was found. */
export class InspectCondition1790005330000 implements MigrationInterface {
  readonly name = 'InspectCondition1790005330000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table condition_inspection (
        id uuid primary key,
        school_id uuid not null,
        what text not null check (what in ('books', 'newspapers', 'magazines')),
        inspected_on date not null,
        inspected_by text,
        entered_on date not null,
        entered_by text not null,
        location_id uuid references location,
        looked_at int not null check (looked_at >= 0),
        note text
      );
      create index condition_inspection_by_school on condition_inspection (school_id, inspected_on desc, id desc);
      create table condition_finding (
        inspection_id uuid not null references condition_inspection on delete cascade,
        position int not null check (position >= 1),
        barcode text,
        copy_id uuid references copy,
        -- What has no barcode, in words: an issue, a bundle.
        words text,
        damage text not null,
        decision text not null check (decision in ('to-repair', 'to-weed', 'mended-at-once', 'noted')),
        repair_id uuid references repair,
        -- Why it was not taken for repair.
        code text,
        primary key (inspection_id, position),
        check ((barcode is null) <> (words is null))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table condition_finding, condition_inspection');
  }
}
