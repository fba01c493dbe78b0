import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reader goes to another school of the county: offered by the one, taken by the other. */
export class TransferReaders1790005411000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reader_transfer (
        id uuid primary key,
        reader_id uuid not null references reader on delete cascade,
        from_school_id uuid not null references school,
        to_school_id uuid not null references school,
        status text not null check (status in ('offered', 'taken', 'refused', 'withdrawn')),
        note text,
        answer text,
        offered_by text not null,
        offered_on date not null,
        ended_by text,
        ended_on date,
        version int not null,
        check (from_school_id <> to_school_id),
        check ((status = 'offered') = (ended_on is null))
      );
      create unique index reader_transfer_once on reader_transfer (reader_id) where status = 'offered';
      create index reader_transfer_from on reader_transfer (from_school_id, id);
      create index reader_transfer_to on reader_transfer (to_school_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reader_transfer');
  }
}
