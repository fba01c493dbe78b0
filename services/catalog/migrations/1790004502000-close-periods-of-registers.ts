import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Periods that a school has closed, with the balance on which they ended; and what the nightly check found. */
export class ClosePeriodsOfRegisters1790004502000 implements MigrationInterface {
  readonly name = 'ClosePeriodsOfRegisters1790004502000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table register_period (
        school_id uuid not null,
        number int not null check (number >= 1),
        name text not null,
        closed_on date not null,
        closed_at timestamptz not null,
        closed_by text not null,
        last_line int not null,
        titles int not null,
        volumes int not null,
        fen bigint not null,
        primary key (school_id, number)
      );
      create trigger register_period_is_only_added before update or delete on register_period
        for each statement execute function refuse_to_edit_lines();
      -- Schools whose books and copies do not agree, as the last night found them.
      create table register_difference (
        school_id uuid primary key,
        found_on date not null,
        differing text[] not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table register_period, register_difference');
  }
}
