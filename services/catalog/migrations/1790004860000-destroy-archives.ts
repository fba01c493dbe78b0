import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that need not be kept any more: what is proposed to be destroyed, approved by the head, and carried out. */
export class DestroyArchives1790004860000 implements MigrationInterface {
  readonly name = 'DestroyArchives1790004860000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table archive_destruction (
        id uuid primary key,
        school_id uuid not null,
        name text not null,
        state text not null check (state in ('proposed', 'approved', 'refused', 'withdrawn', 'carried-out')),
        proposed_on date not null,
        proposed_by text not null,
        decided_on date,
        decided_by text,
        document_number text,
        words text,
        carried_out_on date,
        carried_out_by text,
        witness text,
        -- Two pairs of eyes.
        check (state not in ('approved', 'carried-out') or decided_by <> proposed_by)
      );
      create index archive_destruction_of_school on archive_destruction (school_id, id);
      create table archive_destruction_file (
        destruction_id uuid not null references archive_destruction,
        file_id uuid not null references archive_file,
        -- Open until the destruction is decided against; a file stands on one that is.
        open boolean not null,
        primary key (destruction_id, file_id)
      );
      create unique index archive_destruction_once on archive_destruction_file (file_id) where open;
      create index archive_file_to_destroy on archive_file (school_id, filed_on, id)
        where retention <> 'permanent' and state in ('received', 'filed', 'shelved');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table archive_destruction_file, archive_destruction; drop index archive_file_to_destroy',
    );
  }
}
