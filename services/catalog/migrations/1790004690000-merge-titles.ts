import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A title that turned out to be another one keeps its row: what was said of it stays known, and its id tells where it went.
 * `merged_into` always names the last of a chain. Titles wait in `title_to_compare` until they were looked at for doubles.
 */
export class MergeTitles1790004690000 implements MigrationInterface {
  readonly name = 'MergeTitles1790004690000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table title add merged_into uuid references title check (merged_into <> id);
      create index title_merged_into on title (merged_into) where merged_into is not null;

      create table title_merge (
        id uuid primary key,
        title_id uuid not null references title,
        into_title_id uuid not null references title,
        merged_at timestamptz not null,
        merged_by text not null,
        -- What an undoing builds on, and goes back to.
        into_version int not null,
        into_before jsonb not null,
        -- File of the cover that went along, where the other had none.
        moved_cover uuid,
        undone_at timestamptz,
        undone_by text,
        check (title_id <> into_title_id),
        check ((undone_at is null) = (undone_by is null))
      );
      create unique index title_merged_once on title_merge (title_id) where undone_at is null;
      create index title_merge_below on title_merge (into_title_id) where undone_at is null;
      create index title_merge_by_day on title_merge (merged_at, id);
      create table title_merge_copy (
        merge_id uuid not null references title_merge,
        copy_id uuid not null references copy,
        primary key (merge_id, copy_id)
      );

      create table title_to_compare (title_id uuid primary key references title);
      insert into title_to_compare select id from title;
      create table title_merge_candidate (
        id uuid primary key,
        title_id uuid not null references title,
        other_id uuid not null references title,
        score int not null check (score between 0 and 100),
        reasons text[] not null,
        dismissed_at timestamptz,
        dismissed_by text,
        check (title_id < other_id),
        check ((dismissed_at is null) = (dismissed_by is null)),
        constraint title_merge_candidate_once unique (title_id, other_id)
      );
      create index title_merge_candidate_open on title_merge_candidate (score, id) where dismissed_at is null;
      create index title_merge_candidate_dismissed on title_merge_candidate (score, id) where dismissed_at is not null;
      create index title_merge_candidate_of_other on title_merge_candidate (other_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table title_merge_candidate, title_to_compare, title_merge_copy, title_merge;
      alter table title drop merged_into;
    `);
  }
}
