import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Readers who wait. Whoever changes the queue of a title locks its `title_queue` row first, which gives the events their version. */
export class CreateHold1790000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table title_queue (
        title_id uuid primary key,
        version int not null default 0,
        waiting int not null default 0 check (waiting >= 0)
      );
      create table hold (
        id uuid primary key,
        title_id uuid not null,
        wanted_copy_id uuid,
        reader_id uuid not null,
        reader_school_id uuid not null,
        pickup_school_id uuid not null,
        status text not null check (status in ('waiting', 'ready', 'fulfilled', 'cancelled', 'expired')),
        copy_id uuid,
        placed_at timestamptz not null,
        placed_by text not null,
        ready_on date,
        pick_up_by_on date,
        ended_on date,
        check ((status = 'ready') <= (copy_id is not null and pick_up_by_on is not null)),
        check ((status in ('fulfilled', 'cancelled', 'expired')) = (ended_on is not null))
      );
      create index hold_queue on hold (title_id, placed_at, id) where status = 'waiting';
      create index hold_on_shelf on hold (pick_up_by_on) where status = 'ready';
      create index hold_by_reader on hold (reader_id, id);
      create index hold_by_school on hold (pickup_school_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table hold, title_queue');
  }
}
