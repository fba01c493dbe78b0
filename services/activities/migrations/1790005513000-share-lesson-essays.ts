import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What pupils write of the book of a reading lesson, for their class. */
export class ShareLessonEssays1790005513000 implements MigrationInterface {
  readonly name = 'ShareLessonEssays1790005513000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table lesson_essay (
        id uuid primary key,
        school_id uuid not null,
        class_id uuid not null,
        reader_id uuid not null,
        title_id uuid,
        lesson_on date not null,
        text text not null,
        status text not null check (status in ('shared', 'withdrawn')),
        written_on date not null,
        written_by text not null
      );
      create unique index lesson_essay_once on lesson_essay (reader_id, lesson_on) where status = 'shared';
      create index lesson_essay_of_class on lesson_essay (class_id, lesson_on, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lesson_essay');
  }
}
