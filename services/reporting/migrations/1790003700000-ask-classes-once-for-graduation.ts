import type { MigrationInterface, QueryRunner } from 'typeorm';

const STAYS = `
  select reader_id, school_id, kind, class_id, since, null::date as until from known_reader where active
  union all
  select reader_id, school_id, kind, class_id, since, until from former_reader`;

const spans = (stays: string): string => `
  create or replace view reader_span as
  select r.reader_id, r.school_id, r.kind, r.class_id, r.since,
         least(r.until, case when r.kind = 'student' then graduation_of(c.section, c.entry_year) end) as until
  from ${stays} r left join known_class c using (class_id);`;

/** Who stayed where is a view of its own: a report that counts by class asks each class once whether it has graduated, not each pupil. */
export class AskClassesOnceForGraduation1790003700000 implements MigrationInterface {
  readonly name = 'AskClassesOnceForGraduation1790003700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create view reader_stay as ${STAYS}; ${spans('reader_stay')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${spans(`(${STAYS})`)} drop view reader_stay;`);
  }
}
