import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a person reads in an answer: the title and the call number, so that lists stand when the catalogue is away. Empty until
 * the catalogue says it again, or its log is replayed. `described_version`: of the event the title's words come from.
 */
export class KnowTitlesAndCallNumbers1790003202000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table known_copy add column call_number text;
      alter table known_title add column title text, add column described_version int not null default 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table known_title drop column described_version, drop column title;
      alter table known_copy drop column call_number;
    `);
  }
}
