import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Up to when the facts are that lie in the feed up to a position: who knows all up to then, knows all up to the position.
 * Never less than before it, so that it can be looked up. Of what lies there already nothing is known: it counts as of now.
 */
export class KnowHowNewPositionsAre1790004720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table feed_counter add column newest_at timestamptz not null default clock_timestamp();
      alter table event_feed add column newest_at timestamptz not null default clock_timestamp();
      update feed_counter set newest_at = '-infinity' where last_position = 0;
      create index event_feed_by_newest on event_feed (newest_at, position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table event_feed drop column newest_at;
      alter table feed_counter drop column newest_at;
    `);
  }
}
