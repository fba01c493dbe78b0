import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the county office buys for its schools: lines, and how many volumes of each line are whose. A share becomes an order
 * of its school, which accepts what comes of it. Readers are known by id, kind and section, to be counted.
 */
export class BuyForAllSchools1790005020000 implements MigrationInterface {
  readonly name = 'BuyForAllSchools1790005020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_reader (
        reader_id uuid primary key,
        version int not null,
        school_id uuid not null,
        kind text not null,
        section text,
        entry_year int,
        left_on date
      );
      create index known_reader_pupils on known_reader (school_id, section, entry_year)
        where kind = 'student' and left_on is null;

      create table central_purchase (
        id uuid primary key,
        version int not null,
        name text not null,
        vendor text not null,
        document_number text,
        status text not null check (status in ('draft', 'dispatched', 'ended')),
        created_on date not null,
        created_by text not null,
        next_line int not null,
        dispatched_on date,
        reason text
      );
      create table central_purchase_line (
        purchase_id uuid not null references central_purchase,
        number int not null check (number >= 1),
        title_id uuid references title,
        isbn text,
        name text not null,
        name_key text not null,
        contributor text,
        publisher text,
        clc text,
        audience text not null check (audience in ('pupils', 'teachers')),
        first_grade smallint,
        last_grade smallint,
        reviewer text not null,
        kind text not null check (kind in ('book', 'reference', 'periodical', 'audiovisual', 'textbook', 'other')),
        quantity int not null check (quantity between 1 and 100000),
        unit_price_fen int not null check (unit_price_fen >= 0),
        primary key (purchase_id, number),
        check ((first_grade is null) = (last_grade is null)),
        check (first_grade <= last_grade),
        check (audience = 'teachers' or first_grade is not null)
      );
      create table central_purchase_share (
        purchase_id uuid not null,
        number int not null,
        school_id uuid not null,
        volumes int not null check (volumes >= 1),
        primary key (purchase_id, number, school_id),
        foreign key (purchase_id, number) references central_purchase_line on delete cascade
      );
      create index central_purchase_share_of_school on central_purchase_share (school_id, purchase_id);

      alter table purchase_order add column central_purchase_id uuid references central_purchase;
      create index purchase_order_of_central_purchase on purchase_order (central_purchase_id, school_id)
        where central_purchase_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table purchase_order drop column central_purchase_id;
      drop table central_purchase_share, central_purchase_line, central_purchase, known_reader;
    `);
  }
}
