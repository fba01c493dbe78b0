import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did what to which line (GTW-009): every service keeps it beside its own tables, and it only grows. */
export abstract class CreateOperatorEntries implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table operator_entry (
        n bigint generated always as identity primary key,
        at timestamptz not null default clock_timestamp(),
        -- An account or a client.
        by_id text not null,
        by_name text,
        operation text not null,
        -- The ids in the path, or of what was made; null: several things, or the whole list.
        line text,
        school_id uuid,
        request_id text
      );
      create index operator_entry_of_school on operator_entry (school_id, n);
      create index operator_entry_of_line on operator_entry (line, n) where line is not null;
      create index operator_entry_of_account on operator_entry (by_id, n);
      create function refuse_change_of_trail() returns trigger language plpgsql as $$
      begin
        raise exception 'the trail only grows';
      end $$;
      create trigger operator_entry_only_grows before update or delete or truncate on operator_entry
        for each statement execute function refuse_change_of_trail();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table operator_entry; drop function refuse_change_of_trail');
  }
}
