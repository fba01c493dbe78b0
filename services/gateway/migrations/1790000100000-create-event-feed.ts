import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every event of the county in one order, for those who follow it over HTTP. Positions come from a row that is locked
 * to the commit, never from a sequence: a follower who has seen position n can miss none below it.
 */
export class CreateEventFeed1790000100000 implements MigrationInterface {
  readonly name = 'CreateEventFeed1790000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feed_counter (
        one boolean primary key default true check (one),
        last_position bigint not null check (last_position >= 0)
      );
      insert into feed_counter (last_position) values (0);

      create table event_feed (
        position bigint primary key check (position >= 1),
        event_id uuid not null unique,
        type text not null,
        school_id uuid,
        event text not null,
        received_at timestamptz not null default clock_timestamp()
      );
      create index event_feed_by_age on event_feed (received_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table event_feed, feed_counter');
  }
}
