import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a service has heard of those it follows, until it has applied it; of each the newest that is applied stays. */
export abstract class CreateWatermarks implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table watermark (
        id bigint generated always as identity primary key,
        source text not null,
        up_to timestamptz not null,
        ends json not null,
        log_id text not null,
        heard_at timestamptz not null default clock_timestamp()
      );
      create index watermark_by_source on watermark (source, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table watermark');
  }
}
