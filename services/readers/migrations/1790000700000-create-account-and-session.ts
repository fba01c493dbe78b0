import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Local accounts, their grants, sign-in throttle and sessions. Secrets lie here only as hashes. */
export class CreateAccountAndSession1790000700000 implements MigrationInterface {
  readonly name = 'CreateAccountAndSession1790000700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        id uuid primary key,
        username text not null,
        username_key text not null constraint account_username unique,
        password_hash text not null,
        created_at timestamptz not null
      );
      create table account_grant (
        account_id uuid not null references account,
        n int not null,
        role text not null,
        school_id uuid references school,
        class_id uuid,
        reader_id uuid references reader,
        primary key (account_id, n),
        foreign key (class_id, school_id) references school_class (id, school_id)
      );
      -- Counts for every name that was tried, so that a lock does not tell whether the account exists.
      create table sign_in_throttle (
        name_hash bytea primary key,
        failures int not null,
        since timestamptz not null,
        locked_until timestamptz
      );
      create index sign_in_throttle_by_age on sign_in_throttle (since);
      create table session (
        id uuid primary key,
        account_id uuid not null references account,
        started_at timestamptz not null,
        revoked_at timestamptz
      );
      create index session_of_account on session (account_id);
      create table refresh_token (
        hash bytea primary key,
        session_id uuid not null references session on delete cascade,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index refresh_token_of_session on refresh_token (session_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table refresh_token, session, sign_in_throttle, account_grant, account');
  }
}
