import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Policy is a list of versions per scope; a version is never changed, a newer one takes its place. */
export class CreateLendingPolicy1790000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table lending_policy (
        id uuid primary key,
        scope text not null,
        school_id uuid,
        version int not null check (version > 0),
        effective_on date not null,
        activated_at timestamptz not null,
        activated_by text not null,
        unique (scope, version),
        check (scope = coalesce('school:' || school_id, 'county'))
      );
      create table lending_policy_row (
        id uuid primary key,
        policy_id uuid not null references lending_policy,
        place int not null,
        reader_kind text check (reader_kind in ('student', 'teacher', 'staff', 'external')),
        grades int[],
        class_id uuid,
        copy_kind text check (copy_kind in ('book', 'reference', 'periodical', 'audiovisual', 'textbook', 'other')),
        sets jsonb not null,
        unique (policy_id, place)
      );

      -- Rises with every version of any scope: processes that keep rules in memory see at once that they are old.
      create table lending_policy_stamp (one bool primary key default true check (one), stamp int not null);
      insert into lending_policy_stamp (stamp) values (1);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lending_policy_stamp, lending_policy_row, lending_policy');
  }
}
