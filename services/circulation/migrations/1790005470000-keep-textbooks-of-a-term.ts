import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a school hands out for teaching, as quantities and not as copies: textbooks, exercise books, review materials, recyclable
 * textbooks, books for teaching, aids, wall charts; which of them a grade gets in a term, by stream; the stream of each class.
 */
export class KeepTextbooksOfATerm1790005470000 implements MigrationInterface {
  readonly name = 'KeepTextbooksOfATerm1790005470000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table textbook (
        id uuid primary key,
        school_id uuid not null,
        kind text not null,
        name text not null,
        subject text,
        publisher text,
        isbn text,
        price_fen int,
        -- Not ordered and not planned any more; what is left of it stays in the stock.
        status text not null default 'in-use' check (status in ('in-use', 'retired')),
        version int not null default 1
      );
      create index textbook_of_school on textbook (school_id, id);
      create table textbook_need (
        id uuid primary key,
        school_id uuid not null,
        term_id uuid not null,
        textbook_id uuid not null references textbook,
        grade int not null check (grade between 1 and 12),
        stream text not null check (stream in ('all', 'arts', 'science')),
        per_pupil int not null check (per_pupil > 0),
        constraint textbook_need_once unique (school_id, term_id, textbook_id, grade, stream)
      );
      create index textbook_need_of_term on textbook_need (school_id, term_id, id);
      create index textbook_need_of_textbook on textbook_need (textbook_id);
      create table textbook_class_stream (
        class_id uuid primary key,
        school_id uuid not null,
        stream text not null check (stream in ('arts', 'science'))
      );
      create index textbook_class_stream_of_school on textbook_class_stream (school_id);
      create index known_class_of_school on known_class (school_id, class_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table textbook_class_stream, textbook_need, textbook; drop index known_class_of_school',
    );
  }
}
