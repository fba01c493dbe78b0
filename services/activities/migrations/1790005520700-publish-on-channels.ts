import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a library publishes, with its channels; the page of a library gets columns for reviews and essays. */
export class PublishOnChannels1790005520700 implements MigrationInterface {
  readonly name = 'PublishOnChannels1790005520700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table library_publication (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        shelf text not null check (shelf in ('new-books', 'reviews', 'activities', 'essays')),
        title text not null,
        words text not null,
        title_ids uuid[] not null,
        issue_id uuid references recommendation_issue,
        channels text[] not null,
        status text not null check (status in ('draft', 'published', 'withdrawn')),
        shows_from date,
        shows_until date,
        -- the notice on the page of the library, where the web is one of the channels
        notice_id uuid,
        written_on date not null,
        written_by text not null,
        check ((status = 'draft') = (shows_from is null))
      );
      create index library_publication_of_school on library_publication (school_id, id desc);
      create index library_publication_shown on library_publication (school_id, shows_from) where status = 'published';
      alter table library_notice drop constraint library_notice_shelf_check;
      alter table library_notice add constraint library_notice_shelf_check
        check (shelf in ('rules', 'new-books', 'lending', 'activities', 'messages', 'reviews', 'essays'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table library_publication; alter table library_notice drop constraint library_notice_shelf_check',
    );
  }
}
