import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the library of a school tells everybody: who it is, and its notices by column. */
export class PublishLibraryPages1790005503000 implements MigrationInterface {
  readonly name = 'PublishLibraryPages1790005503000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table library_introduction (
        school_id uuid primary key,
        version int not null,
        zh text not null,
        en text,
        hours text,
        changed_on date not null,
        changed_by text not null
      );
      create table library_notice (
        id uuid primary key,
        version int not null,
        -- null: of the county office, on the pages of all schools
        school_id uuid,
        shelf text not null check (shelf in ('rules', 'new-books', 'lending', 'activities', 'messages')),
        title text not null,
        words text not null,
        pinned boolean not null,
        shows_from date,
        shows_until date,
        status text not null check (status in ('draft', 'published', 'withdrawn')),
        written_on date not null,
        written_by text not null,
        published_on date,
        published_by text,
        check (shows_until is null or shows_until >= shows_from),
        check ((status = 'draft') = (published_on is null))
      );
      create index library_notice_of_school on library_notice (school_id, id);
      create index library_notice_shown on library_notice (school_id, shows_from, id) where status = 'published';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table library_notice, library_introduction');
  }
}
