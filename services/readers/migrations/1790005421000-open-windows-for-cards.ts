import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Windows in which a school gives cards: to who applies through the class teacher (RDR-005), and to freshmen and new
 * teachers (RDR-007). A pupil has one application in a window, whatever became of it.
 */
export class OpenWindowsForCards1790005421000 implements MigrationInterface {
  readonly name = 'OpenWindowsForCards1790005421000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table card_window (
        id uuid primary key,
        school_id uuid not null references school,
        kind text not null check (kind in ('application', 'intake')),
        grades int[],
        enrolled_since date,
        opens_on date not null,
        closes_on date not null,
        note text,
        cancelled_on date,
        version int not null,
        created_on date not null,
        created_by text not null,
        check (closes_on >= opens_on),
        check ((kind = 'application') = (grades is not null)),
        check ((kind = 'intake') = (enrolled_since is not null))
      );
      create index card_window_of_school on card_window (school_id, opens_on, id);

      create table card_window_class (
        window_id uuid not null references card_window,
        class_id uuid not null references school_class,
        acknowledged_on date,
        acknowledged_by text,
        confirmed_on date,
        confirmed_by text,
        primary key (window_id, class_id)
      );

      create table card_application (
        id uuid primary key,
        window_id uuid not null references card_window,
        class_id uuid not null references school_class,
        reader_id uuid not null references reader,
        state text not null check (state in ('applied', 'withdrawn', 'declined')),
        why text,
        applied_on date not null,
        applied_by text not null,
        settled_on date,
        settled_by text,
        constraint card_application_once unique (window_id, reader_id)
      );
      create index card_application_of_class on card_application (window_id, class_id, id);
      create index card_application_of_reader on card_application (reader_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table card_application, card_window_class, card_window');
  }
}
