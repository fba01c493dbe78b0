import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Readers and their cards. A card number is kept in NFKC upper case and never given twice within a school, lost ones
 * included (RDR-008). `announced` is the version of the last event under the reader's key.
 */
export class CreateReaderAndCard1790000500000 implements MigrationInterface {
  readonly name = 'CreateReaderAndCard1790000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reader (
        id uuid primary key,
        school_id uuid not null references school,
        kind text not null check (kind in ('student', 'teacher', 'staff', 'external')),
        name text not null,
        class_id uuid,
        left_on date,
        left_why text check (left_why in ('left', 'graduated', 'transferred')),
        suspended_why text,
        suspended_until date,
        version int not null,
        announced int not null,
        enrolled_on date not null,
        check ((left_on is null) = (left_why is null)),
        check (suspended_until is null or suspended_why is not null),
        foreign key (class_id, school_id) references school_class (id, school_id)
      );
      create index reader_of_school on reader (school_id, id);
      create index reader_of_class on reader (class_id, id);

      create table card (
        id uuid primary key,
        reader_id uuid not null references reader,
        school_id uuid not null references school,
        number text not null,
        card_key text not null,
        status text not null check (status in ('active', 'lost', 'returned', 'left')),
        replaces uuid references card,
        issued_on date not null,
        blocked_on date,
        check ((status = 'active') = (blocked_on is null)),
        constraint card_number unique (school_id, number)
      );
      create index card_of_reader on card (reader_id);
      create unique index card_one_active on card (reader_id) where status = 'active';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table card, reader');
  }
}
