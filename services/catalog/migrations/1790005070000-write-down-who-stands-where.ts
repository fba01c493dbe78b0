import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the stock is to be spread over the campuses of a school, in versions by day; and when which room gets new books. */
export class WriteDownWhoStandsWhere1790005070000 implements MigrationInterface {
  readonly name = 'WriteDownWhoStandsWhere1790005070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table allocation_scheme (
        id uuid primary key,
        school_id uuid not null,
        effective_on date not null,
        reason text not null,
        written_on date not null,
        written_by text not null,
        constraint allocation_scheme_once_a_day unique (school_id, effective_on)
      );
      create table allocation_line (
        scheme_id uuid not null references allocation_scheme on delete cascade,
        number int not null,
        location_id uuid not null references location,
        -- With all that is filed under it; null: whatever its class.
        clc text,
        -- Of 10,000 volumes of the class in the school, or so many volumes.
        share int check (share between 0 and 10000),
        volumes int check (volumes >= 0),
        primary key (scheme_id, number),
        check ((share is null) <> (volumes is null))
      );
      create index allocation_line_of_location on allocation_line (location_id);

      create table stock_addition (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        location_id uuid not null references location,
        name text not null,
        from_on date not null,
        due_on date not null,
        volumes int not null check (volumes >= 1),
        note text,
        status text not null check (status in ('planned', 'done', 'cancelled')),
        ended_on date,
        words text,
        planned_by text not null,
        check (from_on <= due_on),
        check ((status = 'planned') = (ended_on is null))
      );
      create index stock_addition_of_school on stock_addition (school_id, due_on, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table stock_addition, allocation_line, allocation_scheme');
  }
}
