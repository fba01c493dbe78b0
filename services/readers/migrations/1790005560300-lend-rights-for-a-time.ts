import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A head lends a role, or some of its operations, to an account of the school. */
export class LendRightsForATime1790005560300 implements MigrationInterface {
  readonly name = 'LendRightsForATime1790005560300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table delegation (
        id uuid primary key,
        school_id uuid not null references school,
        from_account_id uuid not null references account,
        to_account_id uuid not null references account check (to_account_id <> from_account_id),
        role text not null,
        -- Null: all that the role may and that can be lent.
        operations text[] check (cardinality(operations) > 0),
        starts_at timestamptz not null,
        ends_at timestamptz not null check (ends_at > starts_at),
        made_at timestamptz not null,
        revoked_at timestamptz,
        revoked_by text
      );
      create index delegation_of_school on delegation (school_id, id);
      create index delegation_to on delegation (to_account_id) where revoked_at is null;
      create index delegation_from on delegation (from_account_id) where revoked_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table delegation');
  }
}
