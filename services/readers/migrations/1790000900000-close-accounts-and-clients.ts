import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An account is changed on its version and may be closed; a client may be revoked. */
export class CloseAccountsAndClients1790000900000 implements MigrationInterface {
  readonly name = 'CloseAccountsAndClients1790000900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account add version int not null default 1, add disabled_at timestamptz;
      alter table api_client add revoked_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table api_client drop revoked_at;
      alter table account drop disabled_at, drop version;
    `);
  }
}
