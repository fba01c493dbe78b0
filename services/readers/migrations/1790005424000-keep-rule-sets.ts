import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The rules of a library (RDR-019): sets with a name, each in versions that hold from a day on, posted in rooms, and read by
 * teachers, classes and readers. A version that has held is never changed or removed.
 */
export class KeepRuleSets1790005424000 implements MigrationInterface {
  readonly name = 'KeepRuleSets1790005424000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rule_set (
        id uuid primary key,
        school_id uuid not null references school,
        kind text not null,
        name text not null,
        ended_on date,
        created_on date not null,
        created_by text not null,
        constraint rule_set_name unique (school_id, name)
      );
      create index rule_set_of_school on rule_set (school_id, id);

      create table rule_version (
        set_id uuid not null references rule_set,
        number int not null check (number > 0),
        text text not null,
        holds_from date not null,
        written_on date not null,
        written_by text not null,
        primary key (set_id, number)
      );

      create table rule_posting (
        id uuid primary key,
        set_id uuid not null references rule_set,
        number int not null,
        room text not null,
        posted_on date not null,
        posted_by text not null,
        removed_on date,
        foreign key (set_id, number) references rule_version
      );
      create unique index rule_posting_once_a_room on rule_posting (set_id, room) where removed_on is null;

      create table rule_reading (
        id uuid primary key,
        set_id uuid not null,
        number int not null,
        who text not null check (who in ('teacher', 'class', 'reader')),
        class_id uuid references school_class,
        reader_id uuid references reader,
        account text not null,
        read_on date not null,
        foreign key (set_id, number) references rule_version,
        check ((who = 'class') = (class_id is not null)),
        check ((who = 'reader') = (reader_id is not null))
      );
      create unique index rule_reading_once on rule_reading
        (set_id, number, who, coalesce(class_id::text, reader_id::text, account));
      create index rule_reading_of_set on rule_reading (set_id, number, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rule_reading, rule_posting, rule_version, rule_set');
  }
}
