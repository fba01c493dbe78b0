import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Standing teams and volunteers with their members (RDR-032, RDR-033), and the areas that grade sections run (RDR-035). */
export class KeepTeamsOfPupils1790005434000 implements MigrationInterface {
  readonly name = 'KeepTeamsOfPupils1790005434000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service_team (
        id uuid primary key,
        version int not null,
        school_id uuid not null references school,
        kind text not null check (kind in ('standing', 'volunteers')),
        name text not null,
        rules text,
        -- For pupils of these grades; none: of all.
        grades int[] not null,
        led_by text,
        founded_on date not null,
        dissolved_on date,
        entered_on date not null,
        entered_by text not null,
        check (dissolved_on >= founded_on)
      );
      create unique index service_team_name on service_team (school_id, name) where dissolved_on is null;
      create index service_team_of_school on service_team (school_id, id);

      create table service_team_member (
        id uuid primary key,
        version int not null,
        team_id uuid not null references service_team,
        school_id uuid not null references school,
        reader_id uuid not null references reader,
        part text not null check (part in ('leader', 'member')),
        joined_on date not null,
        left_on date,
        entered_by text not null,
        check (left_on >= joined_on)
      );
      create unique index service_team_member_once on service_team_member (team_id, reader_id) where left_on is null;
      create index service_team_member_of_team on service_team_member (team_id, id);

      create table library_area (
        id uuid primary key,
        version int not null,
        school_id uuid not null references school,
        name text not null,
        grades int[] not null check (cardinality(grades) > 0),
        team_id uuid references service_team,
        tasks text,
        starts_on date not null,
        ends_on date,
        entered_on date not null,
        entered_by text not null,
        check (ends_on >= starts_on)
      );
      create index library_area_of_school on library_area (school_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table library_area, service_team_member, service_team');
  }
}
