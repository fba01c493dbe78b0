import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 种次号: the running number of a title within a class on the shelves of a school. */
export class CreateShelfNumbers1790000400000 implements MigrationInterface {
  readonly name = 'CreateShelfNumbers1790000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table shelf_counter (
        school_id uuid not null,
        clc text not null,
        next int not null check (next >= 1),
        primary key (school_id, clc)
      );
      create table shelf_number (
        school_id uuid not null,
        clc text not null,
        title_id uuid not null references title,
        book_number text not null,
        allocated boolean not null,
        primary key (school_id, clc, title_id)
      );
      -- A number found in a file may repeat (it is on the spines already); one that we allocate may not (decision 22).
      create unique index shelf_number_allocated_once on shelf_number (school_id, clc, book_number) where allocated;
      create index shelf_number_by_number on shelf_number (school_id, clc, book_number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table shelf_number, shelf_counter');
  }
}
