import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A timetable names its classes: 三年级2班 follows from section, year and number of the class. What readers has said from the
 * beginning is read again once; of each class only the newest counts, all else is passed over by its version.
 */
export class KnowNumbersOfClasses1790005440000 implements MigrationInterface {
  readonly name = 'KnowNumbersOfClasses1790005440000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table known_class add column class_no int;
      create index known_class_by_school on known_class (school_id);
      update known_class set version = version - 1 where version > 0;
      delete from digested_position where handler = 'shulian.circulation.from-readers';
      delete from inbox where handler = 'shulian.circulation.from-readers';
      delete from parked_event where handler = 'shulian.circulation.from-readers' and resolved_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index known_class_by_school;
      alter table known_class drop column class_no;
    `);
  }
}
