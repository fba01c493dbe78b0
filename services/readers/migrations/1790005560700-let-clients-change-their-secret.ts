import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A client gets another secret; the one of before is taken for a while, so that no integration stops. */
export class LetClientsChangeTheirSecret1790005560700 implements MigrationInterface {
  readonly name = 'LetClientsChangeTheirSecret1790005560700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table api_client
        add former_secret_hash bytea,
        add former_secret_until timestamptz,
        add secret_given_at timestamptz,
        add check ((former_secret_hash is null) = (former_secret_until is null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table api_client drop secret_given_at, drop former_secret_until, drop former_secret_hash',
    );
  }
}
