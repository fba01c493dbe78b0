import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One shelf-order number (排架号) for each serial on the shelves of a school (CAT-029). */
export class NumberSerialsOnTheShelf1790004945000 implements MigrationInterface {
  readonly name = 'NumberSerialsOnTheShelf1790004945000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table serial_shelf_number (
        school_id uuid not null,
        title_id uuid not null references serial,
        number int not null check (number > 0),
        primary key (school_id, title_id),
        constraint serial_shelf_number_once unique (school_id, number)
      );
      create index serial_shelf_number_of_serial on serial_shelf_number (title_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table serial_shelf_number');
  }
}
