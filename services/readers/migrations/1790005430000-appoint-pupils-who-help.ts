import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pupils who help in the library for their class: whom the class wants, who was appointed, and for how long (RDR-025). */
export class AppointPupilsWhoHelp1790005430000 implements MigrationInterface {
  readonly name = 'AppointPupilsWhoHelp1790005430000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table helper_rule (
        school_id uuid primary key references school,
        per_class int not null check (per_class between 1 and 20),
        criteria text[] not null,
        duties text[] not null,
        -- Their rights hold on days on which they have duty, and on no other.
        duty_days_only boolean not null,
        set_on date not null,
        set_by text not null
      );

      create table class_helper (
        id uuid primary key,
        version int not null,
        school_id uuid not null references school,
        class_id uuid not null,
        reader_id uuid not null references reader,
        chosen_by text not null check (chosen_by in ('election', 'recommendation')),
        votes int check (votes >= 0),
        criteria text[] not null,
        duties text[] not null,
        words text,
        starts_on date not null,
        ends_on date not null,
        status text not null check (status in ('proposed', 'appointed', 'declined', 'ended')),
        entered_on date not null,
        entered_by text not null,
        -- Of the last decision.
        decided_on date,
        decided_by text,
        reason text,
        foreign key (class_id, school_id) references school_class (id, school_id),
        check (ends_on >= starts_on),
        check ((status = 'proposed') = (decided_on is null))
      );
      create index class_helper_of_school on class_helper (school_id, id);
      create index class_helper_of_class on class_helper (class_id, status);
      create index class_helper_of_reader on class_helper (reader_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table class_helper, helper_rule');
  }
}
