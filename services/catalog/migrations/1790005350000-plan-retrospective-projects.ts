import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Projects that bring the old stock of a school into the catalogue: how much, from when to when. What was entered, the registers say. */
export class PlanRetrospectiveProjects1790005350000 implements MigrationInterface {
  readonly name = 'PlanRetrospectiveProjects1790005350000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table retrospective_project (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        name text not null,
        goal_volumes int not null check (goal_volumes >= 1),
        begins_on date not null,
        ends_on date not null,
        -- Copies of this kind alone; null: all.
        kind text,
        note text,
        planned_by text not null,
        ended_on date,
        check (ends_on >= begins_on)
      );
      create index retrospective_project_by_school on retrospective_project (school_id, begins_on desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table retrospective_project');
  }
}
