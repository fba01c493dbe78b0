import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a school reads the columns of its lists, and by which mapping a list with these headings was read last. */
export class RememberRosterMappings1790005412000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table roster_mapping (
        id uuid primary key,
        school_id uuid not null references school,
        name text not null,
        columns jsonb not null,
        told jsonb not null,
        version int not null,
        constraint roster_mapping_name unique (school_id, name)
      );
      create table roster_memory (
        school_id uuid not null references school,
        -- of the headings of a table, in their order
        headings text not null,
        mapping_id uuid not null references roster_mapping on delete cascade,
        used_at timestamptz not null,
        primary key (school_id, headings)
      );
      create index roster_memory_of_mapping on roster_memory (mapping_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table roster_memory, roster_mapping');
  }
}
