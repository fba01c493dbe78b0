import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies that one school asks another to take over: asked, then accepted, refused or taken back. */
export class CreateOwnershipTransfers1790004600000 implements MigrationInterface {
  readonly name = 'CreateOwnershipTransfers1790004600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ownership_transfer (
        id uuid primary key,
        from_school_id uuid not null,
        to_school_id uuid not null,
        state text not null check (state in ('asked', 'accepted', 'refused', 'cancelled')),
        document_number text,
        note text,
        asked_on date not null,
        asked_by text not null,
        decided_on date,
        decided_by text,
        -- Why it was refused or taken back.
        decision_note text,
        check (from_school_id <> to_school_id),
        check ((state = 'asked') = (decided_on is null)),
        check ((decided_on is null) = (decided_by is null))
      );
      create index ownership_transfer_out on ownership_transfer (from_school_id, id);
      create index ownership_transfer_in on ownership_transfer (to_school_id, id);
      create table ownership_transfer_copy (
        transfer_id uuid not null references ownership_transfer,
        copy_id uuid not null references copy,
        -- What the copy became in the other school.
        new_copy_id uuid references copy,
        open boolean not null,
        primary key (transfer_id, copy_id)
      );
      -- A copy stands on one open transfer at most, whoever asks at the same moment.
      create unique index ownership_transfer_copy_once on ownership_transfer_copy (copy_id) where open;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ownership_transfer_copy, ownership_transfer');
  }
}
