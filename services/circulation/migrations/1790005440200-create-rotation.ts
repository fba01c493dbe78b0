import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Class rotation timetables (轮借表) of a term, and the bell schedule that their windows follow from. */
export class CreateRotation1790005440200 implements MigrationInterface {
  readonly name = 'CreateRotation1790005440200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bell_schedule (
        school_id uuid primary key,
        lessons jsonb not null,
        windows jsonb not null,
        version int not null
      );

      create table rotation_timetable (
        id uuid primary key,
        school_id uuid not null,
        term_id uuid not null,
        name text not null,
        outside text not null check (outside in ('free', 'warn', 'deny')),
        -- The version that classes have been sent; null: a draft.
        published_version int,
        published_on date,
        version int not null,
        unique (school_id, term_id)
      );
      create index rotation_timetable_by_school on rotation_timetable (school_id, id);

      create table rotation_slot (
        id uuid primary key,
        timetable_id uuid not null references rotation_timetable on delete cascade,
        class_id uuid not null,
        room_id uuid not null references library_room,
        purpose text not null check (purpose in ('lending', 'reading')),
        weekday int not null check (weekday between 1 and 7),
        starts text not null,
        ends text not null,
        -- Of the bell schedule, where the slot is the whole of a window: it moves with it.
        window_code text,
        every_weeks int not null check (every_weeks in (1, 2)),
        first_week int not null check (first_week between 1 and every_weeks),
        check (starts < ends)
      );
      create index rotation_slot_by_timetable on rotation_slot (timetable_id, class_id);

      create table rotation_change (
        id uuid primary key,
        slot_id uuid not null references rotation_slot on delete cascade,
        on_day date not null,
        -- null: cancelled.
        moved_on date,
        starts text,
        ends text,
        room_id uuid references library_room,
        reason text,
        entered_by text not null,
        unique (slot_id, on_day),
        check ((moved_on is null) = (starts is null) and (moved_on is null) = (ends is null)
          and (moved_on is null) = (room_id is null))
      );

      -- What a class was sent last, and whether somebody there has said so.
      create table rotation_delivery (
        timetable_id uuid not null references rotation_timetable on delete cascade,
        class_id uuid not null,
        slots jsonb not null,
        sent_on date not null,
        seen_on date,
        seen_by text,
        primary key (timetable_id, class_id)
      );
      create index rotation_delivery_by_class on rotation_delivery (class_id);

      -- Versions of what is announced of a class.
      create table class_rotation (class_id uuid primary key, version int not null);
      -- Rises with everything a desk decides by; who keeps a school's rules in memory sees that they are old.
      create table rotation_stamp (school_id uuid primary key, version int not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table rotation_stamp, class_rotation, rotation_delivery, rotation_change, rotation_slot,
      rotation_timetable, bell_schedule`);
  }
}
