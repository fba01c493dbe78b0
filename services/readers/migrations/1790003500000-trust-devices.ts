import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Devices on which an account has signed in: nobody else's wrong passwords lock these out. */
export class TrustDevices1790003500000 implements MigrationInterface {
  readonly name = 'TrustDevices1790003500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sign_in_device (
        hash bytea primary key,
        account_id uuid not null references account,
        last_at timestamptz not null
      );
      create index sign_in_device_of_account on sign_in_device (account_id, last_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_in_device');
  }
}
