import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of repairs: a line for each time that a copy was taken out of use to be mended. */
export class CreateRepair1790004632000 implements MigrationInterface {
  readonly name = 'CreateRepair1790004632000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table repair (
        id uuid primary key,
        school_id uuid not null,
        copy_id uuid not null references copy,
        damage text not null,
        source text not null,
        was text not null,
        state text not null default 'in-repair'
          check (state in ('in-repair', 'mended', 'beyond-repair', 'not-needed')),
        taken_on date not null,
        taken_by text not null,
        ended_on date,
        ended_by text,
        note text,
        check ((state = 'in-repair') = (ended_on is null))
      );
      -- A copy is mended in one place at a time.
      create unique index repair_once on repair (copy_id) where state = 'in-repair';
      create index repair_of_copy on repair (copy_id, id desc);
      create index repair_by_school on repair (school_id, taken_on desc, id desc);
      create index repair_ended on repair (school_id, ended_on) where ended_on is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table repair');
  }
}
