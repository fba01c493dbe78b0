import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A class on the shelves of a school whose titles got other running numbers: what each had, so that it can be undone, and
 * which copies want a new label. Titles without a class are found by an index of their own.
 */
export class RenumberClasses1790005110000 implements MigrationInterface {
  readonly name = 'RenumberClasses1790005110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table renumbering (
        id uuid primary key,
        school_id uuid not null,
        clc text not null,
        renumbered_at timestamptz not null,
        renumbered_by text not null,
        -- The counter before it and after it.
        next_before int not null,
        next_after int not null,
        undone_at timestamptz,
        undone_by text,
        check ((undone_at is null) = (undone_by is null))
      );
      create index renumbering_of_school on renumbering (school_id, id);
      create table renumbering_title (
        renumbering_id uuid not null references renumbering,
        title_id uuid not null references title,
        old_number text not null,
        was_allocated boolean not null,
        -- Null where no copy stands there any more: the number is free.
        new_number text,
        primary key (renumbering_id, title_id)
      );
      create table renumbering_copy (
        renumbering_id uuid not null references renumbering,
        copy_id uuid not null references copy,
        old_number text,
        old_call_number text,
        new_number text not null,
        new_call_number text not null,
        primary key (renumbering_id, copy_id)
      );
      create index renumbering_copy_in_order on renumbering_copy
        (renumbering_id, (filing_key(new_call_number) collate "C"), copy_id);
      create index title_without_class on title (id) where clc is null and merged_into is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index title_without_class;
      drop table renumbering_copy, renumbering_title, renumbering;
    `);
  }
}
