import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rooms of the library of a school, and how far their shelves are open to whom. */
export class CreateLibraryRooms1790005440100 implements MigrationInterface {
  readonly name = 'CreateLibraryRooms1790005440100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table library_room (
        id uuid primary key,
        school_id uuid not null,
        name text not null,
        purposes text[] not null check (cardinality(purposes) > 0
          and purposes <@ array['lending', 'reading', 'electronic', 'activity']),
        place text,
        seats int check (seats >= 1),
        classes_at_once int not null check (classes_at_once >= 1),
        -- Open from its first hour to its last, with class slots inside.
        all_day bool not null,
        -- Where to borrow while it is closed.
        alternative_id uuid references library_room,
        alternative_note text,
        retired_on date,
        version int not null
      );
      create unique index library_room_by_name on library_room (school_id, name) where retired_on is null;
      create index library_room_by_school on library_room (school_id, id);

      create table shelf_access_step (
        room_id uuid not null references library_room,
        place int not null,
        reader_kind text not null,
        -- Empty: all grades.
        grades int[] not null,
        access text not null check (access in ('closed', 'partly', 'open')),
        begins_on date not null,
        primary key (room_id, place)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table shelf_access_step, library_room');
  }
}
