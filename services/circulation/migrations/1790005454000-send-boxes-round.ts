import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sets of copies that travel together: class boxes, the mobile book house, series on a theme, sets for the study of the staff. */
export class SendBoxesRound1790005454000 implements MigrationInterface {
  readonly name = 'SendBoxesRound1790005454000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table book_box (
        id uuid primary key,
        school_id uuid not null,
        kind text not null check (kind in ('box', 'mobile', 'series', 'study-set')),
        name text not null,
        theme text,
        -- Copies it should hold.
        size int not null check (size between 1 and 200),
        -- The classes it goes round, in their order.
        route uuid[] not null default '{}',
        -- Who has it; neither: it is in the library.
        class_id uuid,
        reader_id uuid,
        manifest_id uuid references block_manifest,
        -- The class that had it last, or has it.
        last_class_id uuid,
        closed boolean not null default false,
        version int not null default 1,
        check (num_nonnulls(class_id, reader_id) <= 1),
        check ((manifest_id is null) = (class_id is null and reader_id is null))
      );
      create index book_box_by_school on book_box (school_id, name, id);

      -- A copy belongs to one box.
      create table book_box_copy (
        copy_id uuid primary key,
        box_id uuid not null references book_box,
        packed bigint generated always as identity
      );
      create index book_box_copies on book_box_copy (box_id, packed);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table book_box_copy, book_box');
  }
}
