import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `announced` and `calendar_announced` are the versions of the last event under the school's key on its two topics. */
export class CreateSchool1790000200000 implements MigrationInterface {
  readonly name = 'CreateSchool1790000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table school (
        id uuid primary key,
        code text not null,
        name text not null,
        kind text not null check (kind in ('primary', 'junior', 'senior', 'complete', 'nine-year', 'twelve-year')),
        version int not null,
        announced int not null,
        calendar_announced int not null default 0,
        last_card_number int not null default 0,
        opened_at timestamptz not null
      );
      create unique index school_code on school (upper(code));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table school');
  }
}
