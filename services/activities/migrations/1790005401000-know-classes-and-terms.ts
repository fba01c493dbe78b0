import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Logbooks say what is late and whose entry is missing: they know schools, classes, terms, open days, and who is a teacher. */
export class KnowClassesAndTerms1790005401000 implements MigrationInterface {
  readonly name = 'KnowClassesAndTerms1790005401000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of a reader who was told before, the kind is not known until something is told of him again.
      alter table known_reader add kind text;
      create index known_reader_of_school on known_reader (school_id, kind) where active;
      create table known_school (
        school_id uuid primary key,
        version int not null,
        name text not null
      );
      create table known_class (
        class_id uuid primary key,
        version int not null,
        school_id uuid not null,
        section text not null,
        entry_year int not null,
        name text not null
      );
      create index known_class_of_school on known_class (school_id);
      create table known_term (
        term_id uuid primary key,
        version int not null,
        school_id uuid not null,
        name text not null,
        starts_on date not null,
        ends_on date not null
      );
      create index known_term_of_school on known_term (school_id, starts_on);
      create table known_calendar (
        school_id uuid not null,
        year int not null,
        version int not null,
        closed_on date[] not null,
        primary key (school_id, year)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table known_calendar, known_term, known_class, known_school; drop index known_reader_of_school; alter table known_reader drop kind',
    );
  }
}
