import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Databases, packages and sites that a school or the county has, their terms, costs and quotas line by line. */
export class RegisterEResources1790004800000 implements MigrationInterface {
  readonly name = 'RegisterEResources1790004800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table e_resource (
        id uuid primary key,
        version int not null,
        -- Null: of the county, for all its schools.
        school_id uuid,
        kind text not null check (kind in
          ('database', 'e-book-package', 'e-journal-package', 'province-issued', 'feature-database', 'website')),
        name text not null,
        provider text,
        scope text,
        url text check (url like 'https://%'),
        subject text,
        audience text,
        first_grade int not null check (first_grade between 1 and 12),
        last_grade int not null check (last_grade between first_grade and 12),
        quota_unit text,
        goal_entries int check (goal_entries > 0),
        goal_on date,
        note text,
        added_on date not null,
        added_by text not null,
        published_on date,
        ended_on date,
        end_reason text,
        -- The last day of its terms as the lines say, kept with them; null: none has an end.
        ends_on date,
        check ((ended_on is null) = (end_reason is null))
      );
      create index e_resource_of_school on e_resource (school_id, id);
      create index e_resource_published on e_resource (school_id, id) where published_on is not null and ended_on is null;
      create index e_resource_ending on e_resource (ends_on, id) where ended_on is null and ends_on is not null;
      create table e_resource_line (
        id uuid primary key,
        resource_id uuid not null references e_resource,
        number int not null check (number > 0),
        kind text not null check (kind in ('subscription', 'renewal', 'add-on', 'correction')),
        starts_on date not null,
        ends_on date check (ends_on >= starts_on),
        cost_fen bigint not null,
        quota int,
        document_number text,
        note text,
        corrects uuid references e_resource_line,
        entered_on date not null,
        entered_by text not null,
        unique (resource_id, number),
        constraint e_resource_line_corrected_once unique (corrects),
        check ((kind = 'correction') = (corrects is not null)),
        check (kind = 'correction' or (cost_fen >= 0 and coalesce(quota, 0) >= 0))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table e_resource_line, e_resource');
  }
}
