import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures of years before the system, as somebody found them and wrote them in: no read model, and never mixed with what was counted. */
export class EnterYears1790005530300 implements MigrationInterface {
  readonly name = 'EnterYears1790005530300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table entered_year (
        id uuid primary key, school_id uuid not null, year int not null check (year between 1800 and 2999),
        copies int not null check (copies >= 0), titles int check (titles >= 0), serials int check (serials >= 0),
        staff int check (staff >= 0), pupils int check (pupils >= 0), source text not null, entered_on date not null,
        entered_by text not null, constraint entered_year_once unique (school_id, year));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table entered_year');
  }
}
