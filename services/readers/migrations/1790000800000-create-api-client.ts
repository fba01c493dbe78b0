import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Integrators: OAuth2 clients with scopes and, unless null, the schools they are held to. */
export class CreateApiClient1790000800000 implements MigrationInterface {
  readonly name = 'CreateApiClient1790000800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table api_client (
        id text primary key,
        name text not null,
        secret_hash bytea not null,
        secret_prefix text not null,
        scopes text[] not null,
        school_ids uuid[],
        created_by text not null,
        created_at timestamptz not null,
        last_used_at timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table api_client');
  }
}
