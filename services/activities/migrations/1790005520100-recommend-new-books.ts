import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Weekly issues of recommended titles, and exhibitions of new books. */
export class RecommendNewBooks1790005520100 implements MigrationInterface {
  readonly name = 'RecommendNewBooks1790005520100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table recommendation_issue (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        -- the Monday of the week it is for
        week_of date not null,
        theme text not null,
        words text,
        -- given when it is published, one after the other within a school year
        school_year int,
        number int,
        status text not null check (status in ('draft', 'published', 'withdrawn')),
        published_on date,
        published_by text,
        withdrawn_on date,
        written_on date not null,
        written_by text not null,
        check ((status = 'draft') = (number is null)),
        check ((number is null) = (published_on is null))
      );
      create unique index recommendation_issue_number on recommendation_issue (school_id, school_year, number);
      create index recommendation_issue_of_school on recommendation_issue (school_id, week_of desc, id desc);
      create table recommended_title (
        issue_id uuid not null references recommendation_issue on delete cascade,
        title_id uuid not null,
        place int not null,
        reason text,
        primary key (issue_id, title_id)
      );
      create index recommended_title_of_title on recommended_title (title_id);
      create table book_exhibition (
        id uuid primary key,
        school_id uuid not null,
        held_on date not null,
        -- a day of the two weeks that it is for
        for_day date not null,
        theme text not null,
        place text,
        title_ids uuid[] not null,
        -- reading notes of pupils that hang beside the books
        notes_shown int not null,
        entered_by text not null
      );
      create index book_exhibition_of_school on book_exhibition (school_id, held_on desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table book_exhibition, recommended_title, recommendation_issue');
  }
}
