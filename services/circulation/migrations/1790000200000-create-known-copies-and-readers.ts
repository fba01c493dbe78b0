import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What circulation knows of other services' things; written by projections only, thrown away and read again at will.
 * `version` is the `aggregateversion` of the event that wrote the row: an older one never overwrites it.
 */
export class CreateKnownCopiesAndReaders1790000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_copy (
        copy_id uuid primary key,
        title_id uuid not null,
        school_id uuid not null,
        barcode text,
        kind text not null,
        stock_state text not null,
        clc text,
        version int not null
      );
      -- Not unique: the events of two copies that swap a barcode may come in either order.
      create index known_copy_by_barcode on known_copy (barcode, school_id);
      create index known_copy_by_title on known_copy (title_id, school_id);

      create table known_title (
        title_id uuid primary key,
        merged_into uuid,
        version int not null
      );

      create table known_reader (
        reader_id uuid primary key,
        school_id uuid not null,
        kind text not null,
        class_id uuid,
        section text,
        entry_year int,
        standing text not null check (standing in ('active', 'left')),
        suspended bool not null,
        suspended_until date,
        version int not null
      );
      create index known_reader_by_class on known_reader (class_id);

      create table known_card (
        card_id uuid primary key,
        card_key text not null,
        reader_id uuid not null,
        school_id uuid not null,
        status text not null check (status in ('active', 'lost', 'returned', 'left')),
        version int not null
      );
      create index known_card_by_key on known_card (card_key);

      create table known_class (
        class_id uuid primary key,
        school_id uuid not null,
        section text not null,
        entry_year int not null,
        version int not null
      );

      create table known_school (school_id uuid primary key, version int not null);

      -- calendar_version rises with every event on the calendar of the school.
      create table known_calendar (school_id uuid primary key, version int not null);
      create table known_term (
        term_id uuid primary key,
        school_id uuid not null,
        starts_on date not null,
        ends_on date not null,
        version int not null
      );
      create index known_term_by_school on known_term (school_id);
      create table known_year (
        school_id uuid not null,
        year int not null,
        closed_on date[] not null,
        holidays_known bool not null,
        version int not null,
        primary key (school_id, year)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table known_year, known_term, known_calendar, known_school, known_class, known_card,
      known_reader, known_title, known_copy`);
  }
}
