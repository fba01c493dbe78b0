import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When rooms are to be open, are otherwise, and were; who was to be there. */
export class CreateOpeningHours1790005441000 implements MigrationInterface {
  readonly name = 'CreateOpeningHours1790005441000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Versions of the hours of a room; a row is locked by whoever changes them.
      create table room_timing (room_id uuid primary key references library_room, version int not null);
      create table room_hours (
        room_id uuid not null references library_room,
        kind text not null check (kind in ('regular', 'extracurricular')),
        place int not null,
        weekday int not null check (weekday between 1 and 7),
        opens text not null,
        closes text not null check (opens < closes),
        audience text not null check (audience in ('all', 'pupils', 'teachers')),
        primary key (room_id, kind, place)
      );

      create table opening_exception (
        id uuid primary key,
        school_id uuid not null,
        -- null: all rooms.
        room_id uuid references library_room,
        on_day date not null,
        -- Empty: closed.
        spans jsonb not null,
        reason text,
        entered_by text not null,
        unique nulls not distinct (school_id, on_day, room_id)
      );

      create table room_opening (
        id uuid primary key,
        school_id uuid not null,
        room_id uuid not null references library_room,
        on_day date not null,
        opened_at text not null,
        closed_at text,
        entered_by text not null,
        check (opened_at <= closed_at)
      );
      create index room_opening_by_day on room_opening (school_id, on_day desc, id desc);
      create unique index room_opening_not_closed on room_opening (room_id, on_day) where closed_at is null;

      create table duty_shift (
        id uuid primary key,
        school_id uuid not null,
        room_id uuid not null references library_room,
        on_day date not null,
        starts text not null,
        ends text not null check (starts < ends),
        reader_id uuid not null,
        kept bool not null,
        version int not null
      );
      create index duty_shift_by_day on duty_shift (school_id, on_day, starts, id);
      create index duty_shift_by_reader on duty_shift (reader_id, on_day);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table duty_shift, room_opening, opening_exception, room_hours, room_timing');
  }
}
