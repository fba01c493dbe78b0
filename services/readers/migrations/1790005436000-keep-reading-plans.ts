import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a pupil means to read in a term, and how far that went; one plan a pupil and term (RDR-013). */
export class KeepReadingPlans1790005436000 implements MigrationInterface {
  readonly name = 'KeepReadingPlans1790005436000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reading_plan (
        id uuid primary key,
        version int not null,
        school_id uuid not null references school,
        reader_id uuid not null references reader,
        term_id uuid not null references term,
        goal_books int not null check (goal_books between 1 and 200),
        goal_minutes int check (goal_minutes between 1 and 600),
        aim text,
        comment text,
        commented_on date,
        made_on date not null,
        made_by text not null,
        constraint reading_plan_once unique (reader_id, term_id),
        check ((comment is null) = (commented_on is null))
      );
      create index reading_plan_of_term on reading_plan (term_id, id);
      create index reading_plan_of_school on reading_plan (school_id, id);

      create table reading_plan_book (
        plan_id uuid not null references reading_plan on delete cascade,
        position int not null check (position >= 1),
        title text not null,
        author text,
        title_id uuid,
        by_day date,
        done_on date,
        note text,
        primary key (plan_id, position)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reading_plan_book, reading_plan');
  }
}
