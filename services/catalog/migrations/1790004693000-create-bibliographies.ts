import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Booklists of a school or of the county: titles and excerpts in an order, with notes; published or not. */
export class CreateBibliographies1790004693000 implements MigrationInterface {
  readonly name = 'CreateBibliographies1790004693000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bibliography (
        id uuid primary key,
        version int not null default 1,
        -- Null: of the county.
        school_id uuid,
        kind text not null check (kind in ('subject', 'course', 'new-books', 'e-books', 'digest')),
        name text not null,
        about text,
        audience text,
        issue text,
        written_by text not null,
        changed_at timestamptz not null,
        published_on date
      );
      create index bibliography_of_school on bibliography (school_id, id);
      create index bibliography_published on bibliography (id) where published_on is not null;
      create table bibliography_entry (
        bibliography_id uuid not null references bibliography,
        place int not null check (place between 1 and 500),
        title_id uuid references title,
        -- Of an excerpt: what it is called, and where it stands.
        heading text,
        source text,
        note text,
        primary key (bibliography_id, place),
        check ((title_id is null) = (heading is not null))
      );
      create index bibliography_entry_of_title on bibliography_entry (title_id) where title_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table bibliography_entry, bibliography');
  }
}
