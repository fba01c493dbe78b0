import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places of a school as a tree, the copies that stand in them, and the moves of many copies at once. */
export class CreateLocations1790004651000 implements MigrationInterface {
  readonly name = 'CreateLocations1790004651000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Locked by whoever changes the tree of a school or places copies in it; gives moves their numbers.
      create table location_tree (
        school_id uuid primary key,
        next_move int not null default 1 check (next_move >= 1)
      );
      create table location (
        id uuid primary key,
        version int not null default 1,
        school_id uuid not null,
        parent_id uuid references location,
        kind text not null check (kind in
          ('campus', 'building', 'floor', 'room', 'department', 'corner', 'zone', 'bookcase', 'shelf')),
        name text not null,
        position int not null default 0,
        capacity int check (capacity >= 0),
        theme text,
        closed boolean not null default false,
        -- From the root down to the place itself, as ids and in words: a subtree is one condition.
        ancestors uuid[] not null check (ancestors[cardinality(ancestors)] = id),
        path text not null
      );
      create index location_by_school on location (school_id);
      create unique index location_name_once on location (school_id, parent_id, lower(name)) nulls not distinct
        where not closed;

      alter table copy add column location_id uuid references location;
      create index copy_by_location on copy (location_id) where location_id is not null and stock_state <> 'withdrawn';

      create table copy_move (
        id uuid primary key,
        school_id uuid not null,
        number int not null,
        to_id uuid references location,
        volumes int not null check (volumes >= 1),
        moved_at timestamptz not null,
        moved_by text not null,
        undone_at timestamptz,
        undone_by text,
        unique (school_id, number),
        check ((undone_at is null) = (undone_by is null))
      );
      create table copy_moved (
        move_id uuid not null references copy_move,
        copy_id uuid not null references copy,
        from_id uuid references location,
        primary key (move_id, copy_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table copy_moved, copy_move; alter table copy drop column location_id;
      drop table location, location_tree`);
  }
}
