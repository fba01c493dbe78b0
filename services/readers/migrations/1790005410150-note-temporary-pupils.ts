import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 借读: a pupil of another school who reads here for a while, until a day where it is known. */
export class NoteTemporaryPupils1790005410150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reader
        add column temporary boolean not null default false,
        add column temporary_until date,
        add check (temporary or temporary_until is null);
      create index reader_temporary on reader (school_id, id) where temporary;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reader drop column temporary, drop column temporary_until');
  }
}
