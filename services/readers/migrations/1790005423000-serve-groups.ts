import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom a library serves beyond its classes: people and organisations from outside with their agreement (RDR-014), readers
 * who need something special (RDR-016), departments and projects with what they want to be told (RDR-048). What was done
 * for them is entered line by line; a line that was wrong is struck, not removed.
 */
export class ServeGroups1790005423000 implements MigrationInterface {
  readonly name = 'ServeGroups1790005423000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table served_group (
        id uuid primary key,
        school_id uuid not null references school,
        sort text not null check (sort in ('outside', 'special', 'profile')),
        kind text not null,
        name text not null,
        needs text,
        contact text,
        agreement_number text,
        agreed_from date,
        agreed_to date,
        ended_on date,
        version int not null,
        created_on date not null,
        created_by text not null,
        check (agreed_to is null or agreed_to >= agreed_from)
      );
      create index served_group_of_school on served_group (school_id, sort, id);

      create table served_group_reader (
        group_id uuid not null references served_group,
        reader_id uuid not null references reader,
        since date not null,
        primary key (group_id, reader_id)
      );
      create index served_group_reader_of_reader on served_group_reader (reader_id);

      create table group_service (
        id uuid primary key,
        group_id uuid not null references served_group,
        school_id uuid not null references school,
        given_on date not null,
        kind text not null,
        people int not null check (people >= 0),
        items text[] not null,
        note text,
        served_by text,
        entered_by text not null,
        struck_on date,
        struck_by text
      );
      create index group_service_of_school on group_service (school_id, given_on, id);
      create index group_service_of_group on group_service (group_id, given_on, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table group_service, served_group_reader, served_group');
  }
}
