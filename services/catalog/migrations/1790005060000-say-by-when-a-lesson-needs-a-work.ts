import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A wish says by when a lesson needs it; an order keeps the figures that were there before its round. */
export class SayByWhenALessonNeedsAWork1790005060000 implements MigrationInterface {
  readonly name = 'SayByWhenALessonNeedsAWork1790005060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table suggestion add column needed_on date;
      create index suggestion_needed on suggestion (school_id, needed_on, id) where needed_on is not null;
      alter table purchase_order add column survey_figures jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table purchase_order drop column survey_figures;
      alter table suggestion drop column needed_on;
    `);
  }
}
