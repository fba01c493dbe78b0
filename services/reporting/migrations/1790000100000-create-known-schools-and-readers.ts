import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dimensions told by readers. No foreign keys: topics have no order among each other (decision 7). */
export class CreateKnownSchoolsAndReaders1790000100000 implements MigrationInterface {
  readonly name = 'CreateKnownSchoolsAndReaders1790000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_school (
        school_id uuid primary key, code text not null, name text not null, kind text not null, version int not null);
      create table known_term (
        term_id uuid primary key, school_id uuid not null, name text not null, starts_on date not null,
        ends_on date not null, version int not null);
      create index known_term_of_school on known_term (school_id, starts_on desc);
      create table known_class (
        class_id uuid primary key, school_id uuid not null, section text not null, entry_year int not null,
        class_no int not null, name text not null, version int not null);
      create index known_class_of_school on known_class (school_id);
      create table known_reader (
        reader_id uuid primary key, school_id uuid not null, kind text not null, class_id uuid,
        active boolean not null, version int not null);
      create index known_reader_of_school on known_reader (school_id, kind, class_id) where active;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table known_reader, known_class, known_term, known_school');
  }
}
