import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a school means to collect, in versions by the day from which they hold: how fully of each class, which share of the
 * stock is for whom, and how many volumes a pupil there shall be.
 */
export class WriteDownWhatToCollect1790005040000 implements MigrationInterface {
  readonly name = 'WriteDownWhatToCollect1790005040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table collection_policy (
        id uuid primary key,
        school_id uuid not null,
        effective_on date not null,
        reason text not null,
        -- Volumes a pupil, by section.
        primary_volumes int not null check (primary_volumes between 0 and 1000),
        junior_volumes int not null check (junior_volumes between 0 and 1000),
        senior_volumes int not null check (senior_volumes between 0 and 1000),
        written_on date not null,
        written_by text not null,
        constraint collection_policy_once_a_day unique (school_id, effective_on)
      );
      create table collecting_level (
        policy_id uuid not null references collection_policy on delete cascade,
        clc text not null,
        level text not null check (level in ('comprehensive', 'supplementary', 'selective')),
        subject text,
        reason text not null,
        primary key (policy_id, clc)
      );
      create table holding_target (
        policy_id uuid not null references collection_policy on delete cascade,
        number int not null,
        name text not null,
        audience text not null check (audience in ('pupils', 'teachers')),
        category text not null,
        clcs text[] not null,
        kind text,
        -- A theme of the titles, or a word that stands in their audience.
        tag text,
        -- Of 10,000 volumes of the school, or so many volumes.
        share int check (share between 0 and 10000),
        volumes int check (volumes >= 0),
        primary key (policy_id, number),
        check ((share is null) <> (volumes is null))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table holding_target, collecting_level, collection_policy');
  }
}
