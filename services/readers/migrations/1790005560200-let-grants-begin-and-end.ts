import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A grant holds from and until an instant, at a cluster too, for a post, and says who gave it. */
export class LetGrantsBeginAndEnd1790005560200 implements MigrationInterface {
  readonly name = 'LetGrantsBeginAndEnd1790005560200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account_grant
        add id uuid not null default gen_random_uuid(),
        add starts_at timestamptz,
        add ends_at timestamptz,
        add cluster_id uuid references school_cluster,
        add post_id uuid references post,
        add given_by text,
        add given_at timestamptz,
        add constraint account_grant_days check (ends_at > starts_at);
      create unique index account_grant_id on account_grant (id);
      create index account_grant_of_cluster on account_grant (cluster_id) where cluster_id is not null;
      create index account_grant_of_post on account_grant (post_id) where post_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table account_grant drop given_at, drop given_by, drop post_id, drop cluster_id, drop ends_at, drop starts_at, drop id',
    );
  }
}
