import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the library says of a class helper for a term, beside what the logs say (RDR-034). */
export class JudgePupilsWhoHelp1790005433000 implements MigrationInterface {
  readonly name = 'JudgePupilsWhoHelp1790005433000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table helper_judgement (
        term_id uuid not null references term,
        helper_id uuid not null references class_helper,
        grade text not null check (grade in ('excellent', 'good', 'sufficient', 'insufficient')),
        awarded boolean not null,
        words text,
        judged_on date not null,
        judged_by text not null,
        primary key (term_id, helper_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table helper_judgement');
  }
}
