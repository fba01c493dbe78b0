import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Trainings of class helpers with who came and passed (RDR-026), and the grades a term is about (RDR-031). */
export class TrainPupilsWhoHelp1790005431000 implements MigrationInterface {
  readonly name = 'TrainPupilsWhoHelp1790005431000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table helper_training (
        id uuid primary key,
        version int not null,
        school_id uuid not null references school,
        name text not null,
        held_on date not null,
        minutes int not null check (minutes > 0),
        place text,
        trainer text not null,
        syllabus text[] not null,
        -- For these grades; none: for all.
        grades int[] not null,
        -- Nobody has duty before one of these is passed.
        required boolean not null,
        status text not null check (status in ('planned', 'held', 'cancelled')),
        entered_on date not null,
        entered_by text not null
      );
      create index helper_training_of_school on helper_training (school_id, held_on desc, id desc);

      create table helper_training_attendance (
        training_id uuid not null references helper_training,
        reader_id uuid not null references reader,
        present boolean not null,
        result text check (result in ('passed', 'failed')),
        note text,
        entered_on date not null,
        entered_by text not null,
        primary key (training_id, reader_id),
        check (present or result is null)
      );
      create index helper_training_of_reader on helper_training_attendance (reader_id);

      create table helper_training_focus (
        term_id uuid primary key references term,
        school_id uuid not null references school,
        grades int[] not null,
        aim text,
        set_on date not null,
        set_by text not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table helper_training_focus, helper_training_attendance, helper_training');
  }
}
