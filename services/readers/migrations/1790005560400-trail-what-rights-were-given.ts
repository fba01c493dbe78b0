import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who gave, took back, lent or reset what for whom; nothing of it is changed or removed. */
export class TrailWhatRightsWereGiven1790005560400 implements MigrationInterface {
  readonly name = 'TrailWhatRightsWereGiven1790005560400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rights_entry (
        n bigint generated always as identity primary key,
        at timestamptz not null,
        by_id text not null,
        by_name text,
        by_county boolean not null,
        what text not null,
        account_id uuid not null,
        role text,
        school_id uuid,
        class_id uuid,
        cluster_id uuid,
        post_id uuid,
        starts_at timestamptz,
        ends_at timestamptz
      );
      create index rights_entry_of_school on rights_entry (school_id, n);
      create index rights_entry_of_account on rights_entry (account_id, n);
      create trigger rights_entry_only_grows before update or delete or truncate on rights_entry
        for each statement execute function refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rights_entry');
  }
}
