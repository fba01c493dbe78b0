import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Titles that are serials, with the pattern of their issues, and every change of what is known of them. */
export class DescribeSerials1790004740000 implements MigrationInterface {
  readonly name = 'DescribeSerials1790004740000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table serial (
        title_id uuid primary key references title,
        version int not null default 1,
        kind text not null check (kind in ('newspaper', 'periodical')),
        issn text constraint serial_issn_once unique,
        postal_code text constraint serial_postal_code_once unique,
        cn_number text,
        pattern json not null,
        price_fen int check (price_fen >= 0),
        audience text not null check (audience in ('all', 'pupils', 'teachers', 'staff')),
        core_subjects text[] not null default '{}'
      );
      create index serial_core on serial using gin (core_subjects);
      -- Written once, never changed: what a serial was called and cost before.
      create table serial_change (
        title_id uuid not null references serial,
        version int not null,
        on_day date not null,
        by_whom text not null,
        seen_in text,
        changes jsonb not null,
        primary key (title_id, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table serial_change, serial');
  }
}
