import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked of the notes of each grade, and how those of a round were marked. */
export class MarkReadingNotes1790005511000 implements MigrationInterface {
  readonly name = 'MarkReadingNotes1790005511000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reading_note add sorted_as text;
      alter table reading_note drop constraint reading_note_kind_check;
      alter table reading_note add check (kind in ('note', 'excerpt', 'reflection', 'card', 'recommendation'));
      create index reading_note_by_day on reading_note (school_id, handed_in_on, id);
      create table note_requirement (
        school_id uuid not null,
        grade int not null check (grade between 1 and 12),
        kinds text[] not null check (cardinality(kinds) > 0),
        fewest_characters int not null,
        sorted boolean not null,
        names_title boolean not null,
        every text not null check (every in ('week', 'month', 'term')),
        count int not null check (count > 0),
        set_on date not null,
        set_by text not null,
        primary key (school_id, grade)
      );
      create table note_mark (
        contest_id uuid not null references contest,
        note_id uuid not null references reading_note,
        tenths int check (tenths between 0 and 1000),
        remark text,
        nominated boolean not null,
        marked_on date not null,
        marked_by text not null,
        primary key (contest_id, note_id)
      );
      create index note_mark_of_note on note_mark (note_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table note_mark, note_requirement;
      drop index reading_note_by_day;
      alter table reading_note drop constraint reading_note_kind_check;
      alter table reading_note add check (kind in ('note', 'excerpt', 'reflection', 'card'));
      alter table reading_note drop sorted_as;
    `);
  }
}
