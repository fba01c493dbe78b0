import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Resources on trial: their term, what evaluators say of them, and how it ended, step by step. */
export class TryEResources1790004820000 implements MigrationInterface {
  readonly name = 'TryEResources1790004820000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table e_resource_trial (
        id uuid primary key,
        version int not null,
        school_id uuid,
        kind text not null,
        name text not null,
        provider text,
        scope text,
        url text check (url like 'https://%'),
        starts_on date not null,
        ends_on date not null check (ends_on >= starts_on),
        note text,
        state text not null check (state in ('running', 'adopted', 'declined')),
        resource_id uuid references e_resource,
        added_by text not null,
        check ((state = 'adopted') = (resource_id is not null))
      );
      create index e_resource_trial_of_school on e_resource_trial (school_id, id);
      create index e_resource_trial_made on e_resource_trial (resource_id) where resource_id is not null;
      create table e_resource_trial_step (
        trial_id uuid not null references e_resource_trial,
        number int not null check (number > 0),
        outcome text not null check (outcome in ('adopt', 'decline', 'extend')),
        reason text not null,
        -- The last day before the step, to which an undoing goes back.
        ended_on date not null,
        on_day date not null,
        by text not null,
        primary key (trial_id, number)
      );
      create table e_resource_evaluation (
        trial_id uuid not null references e_resource_trial,
        evaluated_by text not null,
        evaluator text not null,
        mark int not null check (mark between 1 and 5),
        words text not null,
        on_day date not null,
        primary key (trial_id, evaluated_by)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table e_resource_evaluation, e_resource_trial_step, e_resource_trial');
  }
}
