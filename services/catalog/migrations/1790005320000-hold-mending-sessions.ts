import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions in which pupils mend books: who helped, by ids alone, and what was mended there. */
export class HoldMendingSessions1790005320000 implements MigrationInterface {
  readonly name = 'HoldMendingSessions1790005320000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mending_session (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        name text not null,
        held_on date not null,
        class_id uuid,
        note text,
        cancelled boolean not null default false,
        planned_by text not null
      );
      create index mending_session_by_school on mending_session (school_id, held_on desc, id desc);
      create table mending_helper (
        session_id uuid not null references mending_session on delete cascade,
        reader_id uuid not null,
        primary key (session_id, reader_id)
      );
      alter table repair add column session_id uuid references mending_session;
      create index repair_of_session on repair (session_id, taken_on desc, id desc) where session_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table repair drop column session_id;
      drop table mending_helper, mending_session;
    `);
  }
}
