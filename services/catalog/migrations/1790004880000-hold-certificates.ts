import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates that nobody has collected: of whom by id alone, and to whom they went. */
export class HoldCertificates1790004880000 implements MigrationInterface {
  readonly name = 'HoldCertificates1790004880000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table archive_certificate (
        id uuid primary key,
        school_id uuid not null,
        kind text not null check (kind in ('school', 'national')),
        number text not null,
        reader_id uuid not null,
        year int not null check (year between 1900 and 2999),
        state text not null check (state in ('held', 'issued')),
        received_on date not null,
        received_by text not null,
        issued_on date,
        issued_by text,
        collected_by text check (collected_by in ('self', 'guardian', 'other')),
        document_number text,
        note text,
        constraint archive_certificate_once unique (school_id, kind, number),
        check ((state = 'issued') = (issued_on is not null))
      );
      create index archive_certificate_by_state on archive_certificate (school_id, state, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table archive_certificate');
  }
}
