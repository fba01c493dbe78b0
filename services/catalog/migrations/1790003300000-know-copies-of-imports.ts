import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which copies an import brought: their labels are printed together. The list of a school's copies is read by an index. */
export class KnowCopiesOfImports1790003300000 implements MigrationInterface {
  readonly name = 'KnowCopiesOfImports1790003300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table imported_copy (
        import_id uuid not null,
        copy_id uuid not null references copy,
        primary key (import_id, copy_id)
      );
      create index copy_of_school on copy (school_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index copy_of_school; drop table imported_copy');
  }
}
