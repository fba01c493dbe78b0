import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When class helpers have duty (RDR-028), and one entry for each duty that was or was not kept (RDR-029). */
export class KeepDutyRosters1790005432000 implements MigrationInterface {
  readonly name = 'KeepDutyRosters1790005432000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table duty_slot (
        id uuid primary key,
        version int not null,
        school_id uuid not null references school,
        class_id uuid not null,
        helper_id uuid not null references class_helper,
        -- 1 is Monday.
        weekday int not null check (weekday between 1 and 7),
        period text not null check (period in ('morning-reading', 'long-break', 'noon', 'after-school', 'evening')),
        place text,
        tasks text[] not null,
        starts_on date not null,
        ends_on date not null,
        entered_on date not null,
        entered_by text not null,
        foreign key (class_id, school_id) references school_class (id, school_id),
        check (ends_on >= starts_on)
      );
      create index duty_slot_of_school on duty_slot (school_id, weekday, id);
      create index duty_slot_of_helper on duty_slot (helper_id);

      create table duty_entry (
        id uuid primary key,
        version int not null,
        school_id uuid not null references school,
        class_id uuid not null,
        slot_id uuid not null references duty_slot,
        helper_id uuid not null references class_helper,
        on_day date not null,
        attendance text not null check (attendance in ('kept', 'late', 'substituted', 'excused', 'missed')),
        stand_in_id uuid references class_helper,
        tasks text[] not null,
        loans int not null check (loans >= 0),
        returns int not null check (returns >= 0),
        shelved int not null check (shelved >= 0),
        note text,
        entered_on date not null,
        entered_by text not null,
        constraint duty_entry_once unique (slot_id, on_day),
        check ((attendance = 'substituted') = (stand_in_id is not null))
      );
      create index duty_entry_of_school on duty_entry (school_id, on_day desc, id desc);
      create index duty_entry_of_helper on duty_entry (helper_id, on_day);
      create index duty_entry_of_stand_in on duty_entry (stand_in_id, on_day) where stand_in_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table duty_entry, duty_slot');
  }
}
