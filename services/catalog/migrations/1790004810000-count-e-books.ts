import type { MigrationInterface, QueryRunner } from 'typeorm';

/** E-books in and out, line by line; they stand in no register of print. */
export class CountEBooks1790004810000 implements MigrationInterface {
  readonly name = 'CountEBooks1790004810000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table e_book_line (
        id uuid primary key,
        -- Null: of the county, for all its schools.
        school_id uuid,
        number int not null check (number > 0),
        kind text not null check (kind in ('bought', 'donated', 'county', 'free', 'removed', 'correction')),
        -- As what it is counted: its kind, or that of the line it corrects.
        counts_as text not null check (counts_as in ('bought', 'donated', 'county', 'free', 'removed')),
        on_day date not null,
        -- Below zero: they went.
        volumes int not null check (volumes <> 0),
        fen bigint not null,
        resource_id uuid references e_resource,
        document_number text,
        note text,
        corrects uuid references e_book_line,
        entered_on date not null,
        entered_by text not null,
        constraint e_book_line_number unique nulls not distinct (school_id, number),
        constraint e_book_line_corrected_once unique (corrects),
        check ((kind = 'correction') = (corrects is not null)),
        check (kind = 'correction' or (counts_as = kind and (kind = 'removed') = (volumes < 0)))
      );
      create index e_book_line_of_school on e_book_line (school_id, on_day, number);
      create index e_book_line_of_resource on e_book_line (resource_id) where resource_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table e_book_line');
  }
}
