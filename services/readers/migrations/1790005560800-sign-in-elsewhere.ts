import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A district's own sign-in (OpenID Connect): which claims give which grants, and who is whom there. */
export class SignInElsewhere1790005560800 implements MigrationInterface {
  readonly name = 'SignInElsewhere1790005560800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity_provider (
        id uuid primary key,
        version int not null,
        name text not null constraint identity_provider_name unique,
        issuer text not null,
        client_id text not null,
        -- Encrypted with a key that is not in the database.
        client_secret bytea not null,
        scope text not null,
        redirect_uris text[] not null,
        mappings jsonb not null,
        enabled boolean not null,
        created_by text not null,
        created_at timestamptz not null
      );
      create table account_identity (
        provider_id uuid not null references identity_provider,
        subject text not null,
        account_id uuid not null references account on delete cascade,
        linked_at timestamptz not null,
        last_at timestamptz,
        primary key (provider_id, subject)
      );
      create index account_identity_of_account on account_identity (account_id);
      -- A sign-in on its way: kept until it comes back, once, and for ten minutes at most.
      create table sign_in_attempt (
        attempt_hash bytea primary key,
        provider_id uuid not null references identity_provider on delete cascade,
        checks bytea not null,
        redirect_uri text not null,
        begun_at timestamptz not null
      );
      create index sign_in_attempt_by_age on sign_in_attempt (begun_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_in_attempt, account_identity, identity_provider');
  }
}
