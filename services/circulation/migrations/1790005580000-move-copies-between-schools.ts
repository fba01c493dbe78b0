import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schools lend to each other: how each does, which copies are on their way or away, and the runs of the courier that carry them. */
export class MoveCopiesBetweenSchools1790005580000 implements MigrationInterface {
  readonly name = 'MoveCopiesBetweenSchools1790005580000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table known_copy add column accessioned_on date;

      create table lending_share (
        school_id uuid primary key,
        version int not null,
        open bool not null,
        most_out int not null check (most_out between 0 and 10000),
        new_stay_days int not null check (new_stay_days between 0 and 365),
        takes_back bool not null,
        days_on_way int not null check (days_on_way between 1 and 60),
        place int not null check (place between 1 and 10000),
        put_on date not null,
        put_by text not null
      );
      create table lending_order (
        school_id uuid primary key,
        version int not null,
        school_ids uuid[] not null,
        put_on date not null,
        put_by text not null
      );

      create table courier_run (
        id uuid primary key,
        school_id uuid not null,
        run_on date not null,
        courier text not null,
        note text,
        state text not null default 'open' check (state in ('open', 'left')),
        made_by text not null,
        left_at timestamptz,
        left_by text,
        version int not null default 1,
        check ((state = 'left') = (left_at is not null))
      );
      create index courier_run_of_school on courier_run (school_id, id);

      create table copy_transfer (
        id uuid primary key,
        copy_id uuid not null,
        title_id uuid not null,
        owning_school_id uuid not null,
        from_school_id uuid not null,
        to_school_id uuid not null,
        why text not null check (why in ('hold', 'home')),
        hold_id uuid,
        status text not null check (status in ('requested', 'packed', 'received', 'refused', 'not-needed', 'lost')),
        requested_on date not null,
        run_id uuid references courier_run,
        packed_on date,
        packed_by text,
        received_at_school_id uuid,
        ended_on date,
        ended_by text,
        note text,
        version int not null default 1,
        check ((why = 'hold') = (hold_id is not null)),
        check ((status = 'packed') <= (packed_on is not null)),
        check ((status in ('requested', 'packed')) = (ended_on is null)),
        check ((status = 'received') = (received_at_school_id is not null))
      );
      -- A copy is on one way at a time.
      create unique index copy_transfer_open on copy_transfer (copy_id) where status in ('requested', 'packed');
      create index copy_transfer_of_copy on copy_transfer (copy_id, id);
      create index copy_transfer_of_hold on copy_transfer (hold_id) where hold_id is not null;
      create index copy_transfer_of_run on copy_transfer (run_id, id) where run_id is not null;
      create index copy_transfer_from on copy_transfer (from_school_id, status, id);
      create index copy_transfer_to on copy_transfer (to_school_id, status, id);
      create index copy_transfer_owned on copy_transfer (owning_school_id, status, id);

      -- Copies that are not at their school, or are asked to leave it: few, so nothing a desk writes grows by them.
      create table away_copy (
        copy_id uuid primary key,
        owning_school_id uuid not null,
        at_school_id uuid,
        for_hold bool not null
      );
      create index away_copy_of_school on away_copy (owning_school_id) where for_hold;
      create index away_copy_at_school on away_copy (at_school_id) where at_school_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table away_copy, copy_transfer, courier_run, lending_order, lending_share;
      alter table known_copy drop column accessioned_on;
    `);
  }
}
