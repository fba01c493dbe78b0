import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff may prove with a second thing that they are it; and a session says when it was used last. */
export class AskForASecondFactor1790005560600 implements MigrationInterface {
  readonly name = 'AskForASecondFactor1790005560600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table second_factor (
        account_id uuid primary key references account on delete cascade,
        -- Encrypted with a key that is not in the database.
        secret bytea not null,
        begun_at timestamptz not null,
        -- Null: begun, not yet asked for.
        confirmed_at timestamptz,
        -- The step of the last code that was taken: it is taken once.
        last_step bigint
      );
      create table recovery_code (
        account_id uuid not null references second_factor on delete cascade,
        hash bytea not null,
        used_at timestamptz,
        primary key (account_id, hash)
      );
      alter table session add last_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table session drop last_at; drop table recovery_code, second_factor');
  }
}
