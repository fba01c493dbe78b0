import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Named collections of a school, the copies in each, and what was put in or taken out at once. */
export class KeepCollections1790004920000 implements MigrationInterface {
  readonly name = 'KeepCollections1790004920000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table collection (
        id uuid primary key,
        version int not null default 1,
        school_id uuid not null,
        kind text not null,
        name text not null,
        location_id uuid references location,
        note text,
        closed boolean not null default false
      );
      create unique index collection_once on collection (school_id, name);
      create index collection_of_school on collection (school_id, id);
      create index collection_at_location on collection (location_id) where location_id is not null;
      -- A copy stands in one collection at most.
      create table collection_copy (
        copy_id uuid primary key references copy,
        collection_id uuid not null references collection
      );
      create index collection_copy_in on collection_copy (collection_id, copy_id);
      create table collection_change (
        id uuid primary key,
        school_id uuid not null,
        -- Null: taken out.
        to_id uuid references collection,
        volumes int not null,
        changed_at timestamptz not null,
        changed_by text not null,
        undone_at timestamptz,
        undone_by text
      );
      create index collection_change_of_school on collection_change (school_id, id);
      create index collection_change_to on collection_change (to_id) where to_id is not null;
      create table collection_changed (
        change_id uuid not null references collection_change,
        copy_id uuid not null references copy,
        from_id uuid references collection,
        primary key (change_id, copy_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table collection_changed, collection_change, collection_copy, collection');
  }
}
