import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which classes stand on which shelf, with the way there in words. */
export class AssignClassesToShelves1790004653000 implements MigrationInterface {
  readonly name = 'AssignClassesToShelves1790004653000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table shelf_range (
        location_id uuid not null references location,
        number int not null check (number >= 1),
        school_id uuid not null,
        from_class text not null,
        to_class text not null,
        directions_zh text,
        directions_en text,
        primary key (location_id, number)
      );
      create index shelf_range_of_school on shelf_range (school_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table shelf_range');
  }
}
