import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What rooms are booked for, who read in them, how often pupils shall come, and seats of an electronic reading room. */
export class CreateRoomSessions1790005442000 implements MigrationInterface {
  readonly name = 'CreateRoomSessions1790005442000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table room_session (
        id uuid primary key,
        school_id uuid not null,
        room_id uuid not null references library_room,
        -- Those of the same weekly booking.
        series_id uuid not null,
        kind text not null check (kind in ('reading-lesson', 'lesson', 'debate', 'writing', 'activity', 'themed')),
        zone text not null check (zone in ('reading', 'electronic', 'activity')),
        subject text,
        class_id uuid,
        on_day date not null,
        starts text not null,
        ends text not null check (starts < ends),
        theme text,
        resources jsonb not null,
        title_ids uuid[] not null,
        status text not null check (status in ('asked', 'booked', 'declined', 'cancelled')),
        status_note text,
        asked_by text not null,
        decided_by text,
        version int not null
      );
      create index room_session_by_day on room_session (school_id, on_day, starts, id);
      create index room_session_of_room on room_session (room_id, on_day);
      create index room_session_of_series on room_session (series_id, on_day);

      create table room_visit (
        id uuid primary key,
        school_id uuid not null,
        room_id uuid not null references library_room,
        session_id uuid references room_session,
        on_day date not null,
        at text not null,
        -- null: only counted.
        reader_id uuid,
        reader_kind text,
        class_id uuid,
        persons int not null check (persons >= 1),
        minutes int check (minutes >= 1),
        note text,
        entered_by text not null,
        check (reader_id is null or persons = 1),
        check ((reader_id is null) = (reader_kind is null))
      );
      create unique index room_visit_once_a_session on room_visit (session_id, reader_id);
      create index room_visit_by_day on room_visit (school_id, on_day desc, id desc);
      create index room_visit_of_reader on room_visit (reader_id, on_day);

      create table visit_target (
        school_id uuid not null,
        -- null: of all grades that have none of their own.
        grade int,
        per_week int not null check (per_week >= 0),
        unique nulls not distinct (school_id, grade)
      );

      create table seat_booking (
        id uuid primary key,
        school_id uuid not null,
        room_id uuid not null references library_room,
        seat int not null check (seat >= 1),
        reader_id uuid not null,
        class_id uuid,
        on_day date not null,
        starts text not null,
        ends text not null check (starts < ends),
        cancelled_at timestamptz,
        booked_by text not null
      );
      create index seat_booking_of_room on seat_booking (room_id, on_day) where cancelled_at is null;
      create index seat_booking_of_reader on seat_booking (reader_id, on_day) where cancelled_at is null;
      create index seat_booking_by_day on seat_booking (school_id, on_day, starts, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table seat_booking, visit_target, room_visit, room_session');
  }
}
