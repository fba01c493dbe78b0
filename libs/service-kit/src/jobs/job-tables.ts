import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Bounds of jobs: one of a kind at a time for a school, whoever claims; tries that do not count; and the way to what ended
 * long ago.
 */
export abstract class BoundJobs implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table job add column excused int not null default 0;
      update job set status = 'queued', lease_until = null where status = 'running';
      create unique index job_one_at_a_time on job (kind, school_id) where status = 'running';
      create index job_finished on job (finished_at) where finished_at is not null;
      create index job_uploading on job (created_at) where status = 'uploading';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop index job_uploading, job_finished, job_one_at_a_time; alter table job drop column excused',
    );
  }
}

/** Jobs are listed, and may leave a file behind for a while (`JobOutputs`). */
export abstract class KeepJobOutputs implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table job add column output_name text, add column output_file_id uuid, add column output_size bigint,
        add column output_until timestamptz;
      create index job_of_school on job (school_id, id);
      create index job_output_until on job (output_until) where output_file_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index job_output_until, job_of_school;
      alter table job drop column output_until, drop column output_size, drop column output_file_id,
        drop column output_name;
    `);
  }
}

/** Tables for long work; the upload lies in the database in bounded chunks, since replicas share no disk (decision 27). */
export abstract class CreateJobTables implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table job (
        id uuid primary key,
        kind text not null,
        school_id uuid,
        caller text not null,
        status text not null check (status in ('uploading', 'queued', 'running', 'succeeded', 'failed', 'cancelled')),
        parameters jsonb not null default '{}',
        done int not null default 0,
        total int,
        checkpoint jsonb,
        result jsonb,
        failure text,
        attempts int not null default 0,
        lease_until timestamptz,
        created_at timestamptz not null default clock_timestamp(),
        finished_at timestamptz
      );
      create index job_todo on job (created_at) where status in ('queued', 'running');
      create index job_by_age on job (created_at);
      create table job_chunk (
        job_id uuid not null references job on delete cascade,
        n int not null,
        bytes bytea not null,
        primary key (job_id, n)
      );
      create table job_problem (
        job_id uuid not null references job on delete cascade,
        n bigint generated always as identity,
        place jsonb not null,
        code text not null,
        facts jsonb not null default '{}',
        primary key (job_id, n)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table job_problem, job_chunk, job');
  }
}
