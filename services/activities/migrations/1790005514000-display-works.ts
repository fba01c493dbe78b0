import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The best works and notes where people see them: on a board, in an exhibition, on a screen or the website. */
export class DisplayWorks1790005514000 implements MigrationInterface {
  readonly name = 'DisplayWorks1790005514000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table work_display (
        id uuid primary key,
        school_id uuid not null,
        contest_id uuid references contest,
        name text not null,
        place text not null check (place in ('board', 'exhibition', 'screen', 'website')),
        shows_from date not null,
        shows_until date,
        status text not null check (status in ('shown', 'withdrawn')),
        reason text,
        made_on date not null,
        made_by text not null,
        check (shows_until is null or shows_until >= shows_from)
      );
      create index work_display_of_school on work_display (school_id, id);
      create table work_display_item (
        id uuid primary key,
        display_id uuid not null references work_display,
        entry_id uuid references contest_entry,
        note_id uuid references reading_note,
        reader_id uuid,
        class_id uuid,
        grade int,
        withdrawn boolean not null default false,
        check (num_nonnulls(entry_id, note_id) = 1)
      );
      create index work_display_item_of_display on work_display_item (display_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table work_display_item, work_display');
  }
}
